// The dialog that makes an upload file of budgets: which platform, which groups, how many days the amounts cover.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { currency, locale } from "../state/project";
import { download } from "../ui/download";
import { fullMoney, number, plural } from "../ui/format";
import { Button, Icon, IconButton } from "../ui/layout";
import { parseNumber } from "../ui/number-input";
import { type BudgetLine, bulkFile, changed, groupsFor, looksLikeFormula, type Platform, platforms } from "./bulk";
import { bulkAsked } from "./bulk-ask";

function PlatformChoice({ chosen, onChoose }: { chosen: Platform; onChoose: (platform: Platform) => void }) {
  return (
    <fieldset class="share-tables">
      <legend>For</legend>
      {platforms.map((platform) => (
        <label key={platform.id} class="share-check">
          <input type="radio" name="platform" checked={platform === chosen} onChange={() => onChoose(platform)} />
          <span>
            {platform.label}
            <span class="menu-hint">{platform.hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface GroupsProps {
  all: string[];
  chosen: string[];
  onChange: (groups: string[]) => void;
}

function GroupChoice({ all, chosen, onChange }: GroupsProps) {
  const toggle = (group: string) =>
    onChange(chosen.includes(group) ? chosen.filter((one) => one !== group) : [...chosen, group]);
  return (
    <fieldset class="share-tables">
      <legend>Campaigns of</legend>
      {all.map((group) => (
        <label key={group} class="share-check">
          <input type="checkbox" checked={chosen.includes(group)} onChange={() => toggle(group)} />
          <span>{group || "No group"}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What a person should know before the file is uploaded. */
function cautions(platform: Platform, lines: BudgetLine[]): string[] {
  const nameless = platform.needsId ? lines.filter(({ id }) => id === "").length : 0;
  const formulas = lines.filter(({ campaign }) => looksLikeFormula(campaign)).length;
  const off = lines.filter(({ budget }) => !(budget > 0.005)).length;
  return [
    ...(nameless > 0
      ? [
          `${plural(nameless, "campaign has", "campaigns have", locale)} no id in the data: ${platform.label} finds a campaign by its id. Load an export with a "Campaign ID" column, or fill the ids in.`,
        ]
      : []),
    ...(platform.needsId
      ? []
      : ["Campaigns are found by name: names must be those of the account, or new campaigns are made."]),
    ...(formulas > 0
      ? [
          `${plural(formulas, "name begins", "names begin", locale)} like a formula and cannot be changed, since it says which campaign is meant. Upload the file without opening it in a spreadsheet.`,
        ]
      : []),
    ...(off > 0 ? [`${plural(off, "campaign gets", "campaigns get", locale)} nothing and will be paused.`] : []),
  ];
}

function Content({ lines, days: known }: { lines: BudgetLine[]; days: number | null }) {
  const groups = useMemo(() => [...new Set(lines.map(({ group }) => group))], [lines]);
  const [platform, setPlatform] = useState(
    () => platforms.find((one) => groups.some((group) => one.groups.test(group))) ?? (platforms[0] as Platform),
  );
  const [chosen, setChosen] = useState(() => groupsFor(platform, groups));
  const [typed, setTyped] = useState(known === null ? "" : String(known));
  const [said, setSaid] = useState("");
  const days = parseNumber(typed, locale);
  const isSound = days !== null && days > 0 && days <= 3660;
  const taken = changed(lines).filter(({ group }) => chosen.includes(group));
  const choose = (next: Platform) => {
    setPlatform(next);
    setChosen(groupsFor(next, groups));
  };
  const save = () => {
    if (!isSound) return;
    const text = bulkFile(platform, taken, { days, currency: currency.peek() });
    download(platform.file, new Blob([text], { type: "text/csv;charset=utf-8" }));
    setSaid(`Saved ${platform.file}`);
  };
  const [first] = taken;
  return (
    <div class="dialog-body stack">
      <p class="muted">
        A file with the new daily budgets of the campaigns that change, in the columns that the platform imports.
        Nothing is sent: you upload it yourself.
      </p>
      <PlatformChoice chosen={platform} onChoose={choose} />
      {groups.length > 1 && <GroupChoice all={groups} chosen={chosen} onChange={setChosen} />}
      <label class="share-field">
        Days that the amounts of this page cover
        <input
          class="input"
          inputMode="decimal"
          value={typed}
          aria-invalid={!isSound}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <span class="menu-hint">
          {known === null
            ? "The data does not say. Platforms take budgets a day: 30 for a month, 7 for a week."
            : "Platforms take budgets a day: the amounts are divided by this."}
        </span>
      </label>
      {first && isSound && (
        <p class="small">
          {`${plural(taken.length, "campaign changes", "campaigns change", locale)}. First: ${first.campaign}, ${fullMoney(first.budget / days, currency.value, locale)} a day.`}
        </p>
      )}
      {taken.length === 0 && <p class="small">No campaign of these groups changes.</p>}
      {taken.length > 0 &&
        cautions(platform, taken).map((text) => (
          <p key={text} class="notice notice-warning">
            <Icon name="warning" />
            <span>{text}</span>
          </p>
        ))}
      <div class="row-wrap">
        <Button kind="primary" icon="download" disabled={taken.length === 0 || !isSound} onClick={save}>
          {`Save ${number(taken.length, locale)} budgets`}
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}

export function BulkDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const asked = bulkAsked.value;
  if (!asked) return null;
  const close = () => {
    bulkAsked.value = null;
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="bulk-title" onClose={close}>
      <div class="dialog-head">
        <h2 id="bulk-title">Budgets for an ad platform</h2>
        <IconButton icon="close" label="Close" onClick={() => dialog.current?.close()} />
      </div>
      <Content lines={asked.lines} days={asked.days} />
    </dialog>
  );
}
