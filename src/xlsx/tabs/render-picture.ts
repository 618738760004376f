// Pictures over the cells of a tab: where they lie (ECMA-376 part 1 §20.5.2.24), and their files.
import { type PictureSpec } from "../../sheets/writing/spec";
import { squaresPng } from "../../sheets/writing/squares-png";
import { transitional } from "../package/dialect";
import { escapeAttribute } from "./clean-text";

const unitsPerPoint = 12_700;
const units = (points: number): number => Math.round(points * unitsPerPoint);

/** The file of a picture. */
export function pictureFile({ squares }: PictureSpec): Uint8Array<ArrayBuffer> {
  return squaresPng(squares);
}

/** A picture in its place, as large as it is whatever becomes of columns and rows, its file being this relation of the drawing. */
export function pictureAnchor(picture: PictureSpec, { relation, id }: { readonly relation: number; readonly id: number }): string {
  const { row, column, left, top, size, label } = picture;
  const extent = `cx="${units(size)}" cy="${units(size)}"`;
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${units(left)}</xdr:colOff>` +
    `<xdr:row>${row}</xdr:row><xdr:rowOff>${units(top)}</xdr:rowOff></xdr:from><xdr:ext ${extent}/>` +
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id}" name="${escapeAttribute(label)}" descr="${escapeAttribute(label)}"/>` +
    '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>' +
    `<xdr:blipFill><a:blip xmlns:r="${transitional.relationship}" r:embed="rId${relation}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>` +
    "</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>"
  );
}
