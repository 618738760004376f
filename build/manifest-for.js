// The manifest for a server of one's own: every address of the development server replaced by the one that the add-in is put on.

const developmentOrigin = "https://localhost:3000";

/**
 * The manifest with `url` in place of the development server.
 * @param {string} manifest the text of manifest.xml
 * @param {string} url where the built folder will be served, a folder below a server included: https://intranet.example/recovery
 * @returns {string}
 * @throws {RangeError} when the address is no plain https address: Excel would refuse the add-in
 * @example manifestFor('<IconUrl DefaultValue="https://localhost:3000/a.png"/>', "https://x.example/") // '<IconUrl DefaultValue="https://x.example/a.png"/>'
 */
export function manifestFor(manifest, url) {
  if (!URL.canParse(url)) throw new RangeError(`no address: ${url}`);
  const { protocol, username, password, search, hash, href } = new URL(url);
  if (protocol !== "https:") throw new RangeError(`an add-in needs https: ${url}`);
  if (username || password || search || hash) throw new RangeError(`only a server and a folder: ${url}`);
  const base = href.replace(/\/+$/, "").replaceAll("&", "&amp;").replaceAll("'", "&apos;");
  // An AppDomain takes a server without a folder; the add-in's own pages need none in any case.
  const { origin } = new URL(url);
  return manifest
    .replaceAll(new RegExp(`(<AppDomain>\\s*)${developmentOrigin}(?=/?\\s*</AppDomain>)`, "g"), (_, open) => open + origin)
    .replaceAll(new RegExp(`${developmentOrigin}(?=["/?#<\\s]|$)`, "g"), () => base);
}
