// The files that slips come in, by their names.

/** Whether a file is a picture or a scan rather than a list. */
export function isPicture(name: string): boolean {
  return /\.(?:png|jpe?g|webp|pdf)$/i.test(name);
}

/** What a page of a scan is called; a picture is called as its file. */
export function pageName(file: string, page: number, pages: number): string {
  return pages > 1 ? `${file}#page=${page + 1}` : file;
}

/** Whether a file holds others. */
export function isZip(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** Whether a file in a folder or a ZIP is none of the user's: what systems and open programs leave there. */
export function isHidden(name: string): boolean {
  return name.split("/").some((part) => part.startsWith(".") || part.startsWith("~$") || part === "__MACOSX");
}
