// What is seen while something is taken away: how far a workbook is, what was copied, the summary to print.
import { useEffect, useState } from "preact/hooks";
import { locale } from "../state/project";
import { Progress } from "../ui/layout";
import { bulkAsked } from "./bulk-ask";
import { BulkDialog } from "./bulk-dialog";
import { said, sheet, underWay } from "./take";

type Sheet = typeof import("./summary-sheet").SummarySheet;

function OpenSheet() {
  const [Shown, arrived] = useState<Sheet | null>(null);
  useEffect(() => {
    void import("./forms").then(({ SummarySheet }) => arrived(() => SummarySheet));
  }, []);
  const report = sheet.value;
  const close = () => {
    sheet.value = null;
  };
  return Shown && report ? <Shown report={report} onClose={close} /> : null;
}

export function Taking() {
  const now = underWay.value;
  return (
    <>
      {sheet.value && <OpenSheet />}
      {bulkAsked.value && <BulkDialog />}
      {now && (
        <div class="taking no-print">
          <Progress fraction={now.fraction} phase={now.what} locale={locale} onCancel={now.stop} />
        </div>
      )}
      <div role="status" class={said.value ? "toast no-print" : "visually-hidden"}>
        {said.value}
      </div>
    </>
  );
}
