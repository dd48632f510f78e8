/** On which page of a printed PDF each link's target stands. Reads what Chromium writes: its objects are plain text. */

/** Page numbers from 1 by the id of the element; empty where the file is built in another way. */
export function pagesIn(pdf: Uint8Array): Map<string, number> {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const object = (number: string): string => new RegExp(`(?:^|[\\r\\n])${number} 0 obj\\b([\\s\\S]*?)\\bendobj`).exec(text)?.[1] ?? '';
  const catalog = /\/Type\s*\/Catalog\b[\s\S]*?endobj/.exec(text)?.[0] ?? '';
  const reference = (key: string): string => new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(catalog)?.[1] ?? '';
  const order = new Map<string, number>();
  const visit = (number: string, depth: number): void => {
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(object(number))?.[1];
    if (kids === undefined) order.set(number, order.size + 1);
    else if (depth < 20) for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) visit(kid!, depth + 1);
  };
  const [root, dests] = [reference('Pages'), reference('Dests')];
  if (!root || !dests) return new Map();
  visit(root, 0);
  const found = new Map<string, number>();
  for (const [, name, page] of object(dests).matchAll(/\/([^\s/[\]<>()]+)\s*\[(\d+) 0 R/g)) {
    const number = order.get(page!);
    if (number !== undefined) found.set(nameOf(name!), number);
  }
  return found;
}

/** `#C3#A6` in a name is a byte; the bytes are UTF-8, and what it cannot be is kept as it is. */
function nameOf(written: string): string {
  const bytes = Buffer.from(written.replace(/#([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
  const name = bytes.toString('utf8');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
