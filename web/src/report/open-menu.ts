// Opens the menu by which a result is taken away, as its key does.

export const takeAwayButton = "take-away";

/** The focus comes back to the button when the menu closes. */
export function openTakeAway(): void {
  const button = document.getElementById(takeAwayButton);
  button?.focus();
  button?.click();
}
