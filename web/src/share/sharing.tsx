// The share dialog, brought in when it is first opened.
import { useEffect, useState } from "preact/hooks";

type Dialog = typeof import("./share-dialog").ShareDialog;

export const warmSharing = () => import("./share-dialog");

export function Sharing() {
  const [Shown, arrived] = useState<Dialog | null>(null);
  useEffect(() => {
    void warmSharing().then(({ ShareDialog }) => arrived(() => ShareDialog));
  }, []);
  return Shown && <Shown />;
}
