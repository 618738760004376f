// The readers of everything that is neither xlsx nor text, loaded together when the first such file comes.
export { readForeign } from "./read-foreign";
export { readFlatOds, readOds } from "./read-ods";
