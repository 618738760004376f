// Typing errors in ID numbers: whether a damaged number could have been meant for a sound one. Only ever used to propose.

// 0↔O, 1↔l: letters that are typed for digits.
const asDigits = (text: string) => text.toUpperCase().replace(/[OQ]/g, "0").replace(/[IL|]/g, "1");

function isOneSlipApart(typed: string, sound: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === sound[at]) at++;
  const [rest, other] = [typed.slice(at), sound.slice(at)];
  if (rest.slice(1) === other.slice(1) || rest.slice(1) === other || rest === other.slice(1)) return true;
  return rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2);
}

// A double near 6×10¹⁷ is off by up to 64, Excel's 15 digits by up to 999; both can carry into the digits before (docs/facts.md D11).
function isWithinLoss(shown: string, sound: string): boolean {
  if (!/^\d{18}$/.test(shown) || !/^\d{18}$/.test(sound)) return false;
  const gap = BigInt(sound) - BigInt(shown);
  return gap > -1100n && gap < 1100n;
}

/**
 * Whether the damaged text can have been this number: a neighbouring number where its last digits were lost, its open characters where the middle is
 * hidden, else one slip of the key (a digit wrong, missing, doubled, or two swapped).
 * @param isLost the digits behind the 15th are not to be trusted
 * @example couldBeMeant("610526********0018", "610526199403150018", false) // true
 */
export function couldBeMeant(damaged: string, sound: string, isLost: boolean): boolean {
  if (isLost) return isWithinLoss(damaged, sound);
  const masked = /^(\d+)\*+([\dX]+)$/.exec(damaged);
  if (masked) return damaged.length === sound.length && sound.startsWith(masked[1] ?? "") && sound.endsWith(masked[2] ?? "");
  return damaged.length >= 15 && isOneSlipApart(asDigits(damaged), sound);
}
