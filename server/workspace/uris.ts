/**
 * Between the URIs that clients write and the addresses that files are known by (core/across/addresses.ts): an address
 * is the URI decoded, its drive letter small.
 */

/** The address of a URI, however the client encoded it. What cannot be decoded stays as it is. */
export function addressOfUri(uri: string): string {
  let address = uri.replace(/[?#].*$/, '');
  try {
    address = decodeURIComponent(address);
  } catch {
    // a stray % in the name
  }
  return address.replace(/^(file:\/\/\/)([A-Z])(?=:)/, (_, root: string, drive: string) => root + drive.toLowerCase()).replace(/(?<=[^/])\/+$/, '');
}

/**
 * The URI of an address, encoded as VS Code does it: everything but letters, digits and `-._~/`, `:` behind a drive too,
 * and in the name of where it lies (`vscode-vfs://github%2B7b…/`) everything but those, a port and brackets.
 */
export function uriOfAddress(address: string): string {
  const [, scheme = '', authority = '', path = ''] = /^([a-z][a-z\d+.-]*:)?(\/\/[^/]*)?([\s\S]*)$/i.exec(address)!;
  return scheme + encoded(authority, /%(?:2F|3A|40|5B|5D)/g) + encoded(path, /%2F/g);
}

/** `kept`: the signs that are to stand as they are, encoded. */
function encoded(text: string, kept: RegExp): string {
  return encodeURIComponent(text).replace(kept, (sign) => decodeURIComponent(sign)).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
