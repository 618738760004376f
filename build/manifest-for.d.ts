/** The manifest with `url` in place of the development server. @throws RangeError when the address is no plain https address */
export function manifestFor(manifest: string, url: string): string;
