// The readings of single characters in pinyin-pro: the part of that package that is needed here, a third of the whole.
declare module "pinyin-pro/dist/esm/data/dict1.mjs" {
  const readings: { get(character: string): string | undefined };
  export default readings;
}
