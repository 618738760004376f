// Handing a file to the browser, which puts it among the downloads.

// The browser needs the address until it has taken the file; nobody tells when that is.
const graceMs = 60_000;

/** Saves bytes under a name. */
export function saveFile(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), graceMs);
}
