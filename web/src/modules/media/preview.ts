// A picture that was chosen, to be looked at before it is sent.

import { useEffect, useState } from "react";

/** SVG is not shown: it is a page more than a picture. */
export function isPicture({ type }: File): boolean {
  return /^image\/(?:png|jpeg|gif|webp)$/.test(type);
}

export function usePreview(file: File | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file || !isPicture(file)) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
