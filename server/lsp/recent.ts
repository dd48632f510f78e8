/** By name, for as many reports as somebody may have beside each other; the one set longest ago goes first. */
export class Recent<V> {
  private readonly known = new Map<string, V>();

  get(name: string): V | undefined {
    return this.known.get(name);
  }

  set(name: string, value: V): V {
    this.known.delete(name);
    if (this.known.size >= 8) this.known.delete(this.known.keys().next().value!);
    this.known.set(name, value);
    return value;
  }
}
