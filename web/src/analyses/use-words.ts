// The currency and locale of a page as one object that stays the same between drawings.
import { useMemo } from "preact/hooks";

export interface Words {
  currency: string;
  locale?: string;
}

export const useWords = ({ currency, locale }: Words): Words =>
  useMemo(() => ({ currency, ...(locale && { locale }) }), [currency, locale]);
