// The pages of a scan in a PDF: scanners and phones put each page in as a JPEG, which lies in the file as it is (ISO 32000-1, 7.4.8).

// A page of paper has more pixels a side; what is smaller is a stamp of the scanning program or a thumbnail.
const smallestPage = 300;

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const [start, end] = [bytesOf("stream"), bytesOf("endstream")];

function find(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

/** The JPEG files in a PDF that are as large as pages, in their order. */
export function pdfPictures(pdf: Uint8Array): readonly Uint8Array[] {
  const pictures: Uint8Array[] = [];
  for (let at = find(pdf, start, 0); at >= 0; at = find(pdf, start, at)) {
    at += start.length;
    if (pdf[at] === 0x0d) at++;
    if (pdf[at] === 0x0a) at++;
    if (pdf[at] !== 0xff || pdf[at + 1] !== 0xd8) continue;
    const stop = find(pdf, end, at);
    const picture = pdf.subarray(at, stop < 0 ? pdf.length : stop);
    if (isPage(picture)) pictures.push(picture);
    at += picture.length + end.length;
  }
  return pictures;
}

// The marker that tells a JPEG's size is any of SOF0 to SOF15 without the tables among them (ITU-T T.81, B.1.1.3).
function isPage(jpeg: Uint8Array): boolean {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (let at = 2; at + 9 < jpeg.length && jpeg[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return Math.min(view.getUint16(at + 5), view.getUint16(at + 7)) >= smallestPage;
    }
  }
  return false;
}
