// The theme of our own books: the colours and fonts of Office, which charts take for granted (ECMA-376 part 1 §20.1.6).

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const colors = {
  dk1: '<a:sysClr val="windowText" lastClr="000000"/>',
  lt1: '<a:sysClr val="window" lastClr="FFFFFF"/>',
  ...Object.fromEntries(
    Object.entries({
      dk2: "44546A",
      lt2: "E7E6E6",
      accent1: "4472C4",
      accent2: "ED7D31",
      accent3: "A5A5A5",
      accent4: "FFC000",
      accent5: "5B9BD5",
      accent6: "70AD47",
      hlink: "0563C1",
      folHlink: "954F72",
    }).map(([name, color]) => [name, `<a:srgbClr val="${color}"/>`]),
  ),
};

const own = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const thrice = (item: string): string => item.repeat(3);
const font = (name: string, face: string): string =>
  `<a:${name}><a:latin typeface="${face}"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`;

/** The theme as a part of the file. */
export const themeXml = [
  `${head}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office Theme"><a:themeElements>`,
  `<a:clrScheme name="Office">${Object.entries(colors)
    .map(([name, color]) => `<a:${name}>${color}</a:${name}>`)
    .join("")}</a:clrScheme>`,
  `<a:fontScheme name="Office">${font("majorFont", "Calibri Light")}${font("minorFont", "Calibri")}</a:fontScheme>`,
  `<a:fmtScheme name="Office"><a:fillStyleLst>${thrice(own)}</a:fillStyleLst>`,
  `<a:lnStyleLst>${[6350, 12_700, 19_050].map((width) => `<a:ln w="${width}">${own}</a:ln>`).join("")}</a:lnStyleLst>`,
  `<a:effectStyleLst>${thrice("<a:effectStyle><a:effectLst/></a:effectStyle>")}</a:effectStyleLst>`,
  `<a:bgFillStyleLst>${thrice(own)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
].join("");
