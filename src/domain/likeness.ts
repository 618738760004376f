// Likeness of written names: only ever used to suggest, or to hold back a decision; never to make one.

function isOneEditApart(shorter: string, longer: string): boolean {
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  const rest = longer.slice(at + 1);
  return shorter.slice(at) === rest || (shorter.length === longer.length && shorter.slice(at + 1) === rest);
}

/**
 * Whether two names could be meant for one another: equal, one character apart, or one inside the other; single characters are like nothing but themselves.
 * @example isAlike("罕并", "罕井") // true
 */
export function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter.length < 2) return false;
  return longer.includes(shorter) || (longer.length - shorter.length <= 1 && isOneEditApart(shorter, longer));
}
