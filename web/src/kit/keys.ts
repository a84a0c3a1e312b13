// What keys mean while they are pressed.

import type { KeyboardEvent } from "react";

/** While a word is being put together, as in Chinese, the key belongs to it; Safari says so of the last one by its code alone. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
