// What the app takes from here: the member's customs from all their devices, a setting, a greeting.

import { Suspense, useEffect } from "react";
import { later } from "../../kit/later.ts";
import type { Member } from "../../matrix/member.ts";
import { overridesFrom } from "../../text/customs.ts";
import { useAdjust } from "../../text/text.tsx";

const Region = later(() => import("./views/Region.tsx"));
const Greeting = later(() => import("./views/Greeting.tsx"));

/** Follows what was chosen on any device. */
export function useRegion({ region }: Member): void {
  const adjust = useAdjust();
  useEffect(() => {
    const follow = () => adjust(overridesFrom(region.value.get()));
    // Where nothing was ever kept, this device stays as it is.
    if (region.value.get() !== undefined) follow();
    return region.value.subscribe(follow);
  }, [adjust, region]);
}

export function RegionSetting({ member }: { member: Member }) {
  return (
    <Suspense>
      <Region member={member} />
    </Suspense>
  );
}

export function FestivalCard() {
  return (
    <Suspense>
      <Greeting />
    </Suspense>
  );
}
