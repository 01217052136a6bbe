// Links and files: round trips, passphrases, and frozen ones of version 1 that every later Outlay must open.
import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { encode } from "../../../web/src/share/codec";
import { fileOf, headOf, openFile } from "../../../web/src/share/file";
import { adviceFor, fragmentLength } from "../../../web/src/share/length";
import { codeOf, fromBase64Url, linkOf, snapshotOf, toBase64Url } from "../../../web/src/share/link";
import { Refused, type Snapshot } from "../../../web/src/share/snapshot";
import { parseRoute } from "../../../web/src/state/route";
import { bare, comparable, fc, plan } from "./samples";

const frozen = JSON.parse(readFileSync(new URL("frozen/v1.json", import.meta.url), "utf8"));
const made = plan(12);

async function opened(fragment: string, passphrase = ""): Promise<Snapshot> {
  const code = codeOf(`#${fragment}`);
  if (!code) throw new Error("no link");
  return snapshotOf(code, passphrase);
}

/** Why it is refused; anything else that happens fails the test. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => new Error("was opened"),
    (reason) => reason,
  );
  if (!(thrown instanceof Refused)) throw thrown;
  return thrown.code;
}

describe("a link", () => {
  it("comes back as it was, and is as long as was said", async () => {
    const fragment = await linkOf(made);
    expect(fragment).toMatch(/^d1\.[A-Za-z0-9_-]+$/);
    expect(comparable(await opened(fragment))).toEqual(comparable(made));
    expect(`#${fragment}`).toHaveLength(fragmentLength(encode(made).length, false));
  });

  it("is known from an address within the page", () => {
    expect(codeOf("#/scoring/adsets?table=campaigns")).toBe(null);
    expect(codeOf("")).toBe(null);
    expect(codeOf("#d1.abc")).toEqual({ isLocked: false, version: 1, body: "abc" });
    expect(codeOf("#e1.abc")?.isLocked).toBe(true);
    expect(parseRoute("#d1.abc").page).toBe("shared");
    expect(parseRoute("#data").page).toBe("data");
  });

  it("of a later version is told as such", async () => {
    expect(await refusal(opened("d2.AAAA"))).toBe("newer");
    expect(await refusal(opened("d0.AAAA"))).toBe("damaged");
  });

  it("that was changed, cut or is none is refused", async () => {
    const fragment = await linkOf(made);
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (let at = 3; at < fragment.length; at += 5) {
      const other = letters[(letters.indexOf(fragment[at] ?? "A") + 1) % 64] ?? "A";
      const changed = fragment.slice(0, at) + other + fragment.slice(at + 1);
      const read = await opened(changed).catch((thrown) => thrown);
      // Deflate does not look at its last padding bits; whatever is read is what was written.
      if (read instanceof Error) expect(read).toBeInstanceOf(Refused);
      else expect(comparable(read)).toEqual(comparable(made));
      expect(await refusal(opened(fragment.slice(0, at)))).toBe("damaged");
    }
    for (const text of ["", "!", "A", "AA==", "<script>", "a b"])
      expect(await refusal(opened(`d1.${text}`))).toBe("damaged");
  });
});

describe("a passphrase", () => {
  it("locks, and only it unlocks", async () => {
    const fragment = await linkOf(made, "gr\u00fc\u00df");
    expect(fragment).toMatch(/^e1\./);
    expect(`#${fragment}`).toHaveLength(fragmentLength(encode(made).length, true));
    expect(comparable(await opened(fragment, "gr\u00fc\u00df"))).toEqual(comparable(made));
    // The same letters, written in another way.
    expect((await opened(fragment, "gru\u0308\u00df")).title).toBe(made.title);
    expect(await refusal(opened(fragment, "gruss"))).toBe("passphrase");
    expect(await refusal(opened(fragment, ""))).toBe("passphrase");
  });

  it("salts: the same report is another link each time", async () => {
    expect(await linkOf(bare, "x")).not.toBe(await linkOf(bare, "x"));
  });

  it("leaves nothing to read", async () => {
    const secret = { ...bare, title: "a secret title that would stand out" };
    const fragment = await linkOf(secret, "key");
    const bytes = fromBase64Url(fragment.slice(3));
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("secret");
    expect(await refusal(opened(`e1.${toBase64Url(bytes.slice(0, 40))}`, "key"))).toBe("damaged");
    // What is locked in a link does not open as a file.
    const file = await fileOf(secret, "key");
    expect(await refusal(opened(`e1.${toBase64Url(file.slice(8))}`, "key"))).toBe("passphrase");
  }, 60_000);

  it("refuses every single changed bit, of salt, nonce, content and tag, in the same words", async () => {
    const { deriveKey } = SubtleCrypto.prototype;
    const rounds = new Set<number>();
    // Few rounds here, lest each bit take a tenth of a second; that many are asked for is checked below.
    const derive = vi.spyOn(SubtleCrypto.prototype, "deriveKey");
    derive.mockImplementation(function (this: SubtleCrypto, how, ...rest) {
      const asked = how as Pbkdf2Params;
      rounds.add(asked.iterations);
      return deriveKey.call(this, { ...asked, iterations: 10 }, ...rest);
    });
    try {
      const bytes = fromBase64Url((await linkOf(bare, "key")).slice(3));
      expect((await opened(`e1.${toBase64Url(bytes)}`, "key")).title).toBe(bare.title);
      const said = new Set<string>();
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const changed = Uint8Array.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const thrown = await opened(`e1.${toBase64Url(changed)}`, "key").catch((reason) => reason);
        if (!(thrown instanceof Refused)) throw new Error(`bit ${bit} was not noticed`);
        said.add(`${thrown.code}: ${thrown.message} ${thrown.remedy}`);
      }
      expect(bytes.length).toBeGreaterThan(150);
      expect([...said]).toEqual([expect.stringMatching(/^passphrase: .*a part of it was changed on the way.*ask for/)]);
      expect([...rounds]).toEqual([600_000]);
    } finally {
      derive.mockRestore();
    }
  }, 60_000);
});

describe("a project file", () => {
  it("comes back as it was, locked or not", async () => {
    expect(comparable(await openFile(await fileOf(made)))).toEqual(comparable(made));
    const sealed = await fileOf(made, "key");
    expect(headOf(sealed).isLocked).toBe(true);
    expect(comparable(await openFile(sealed, "key"))).toEqual(comparable(made));
    expect(await refusal(openFile(sealed, "keys"))).toBe("passphrase");
  });

  it("that is none, is newer or was cut is refused", async () => {
    const bytes = await fileOf(made);
    expect(await refusal(openFile(new TextEncoder().encode("campaign,cost\nA,1\n")))).toBe("not_ours");
    expect(await refusal(openFile(new Uint8Array(0)))).toBe("not_ours");
    expect(await refusal(openFile(Uint8Array.from(bytes, (byte, at) => (at === 7 ? 9 : byte))))).toBe("newer");
    expect(await refusal(openFile(Uint8Array.from(bytes, (byte, at) => (at === 7 ? 0 : byte))))).toBe("damaged");
    expect(await refusal(openFile(bytes.slice(0, bytes.length - 20)))).toBe("damaged");
  });
});

describe("what version 1 made", () => {
  it.each(["result", "inputs", "nothing"])("opens for good: %s", async (name) => {
    const { link, says } = frozen[name];
    expect(JSON.parse(JSON.stringify(comparable(await opened(link))))).toEqual(says);
  });

  it("opens for good: locked, and as a file", async () => {
    const { link, passphrase, says } = frozen.locked;
    expect(JSON.parse(JSON.stringify(comparable(await opened(link, passphrase))))).toEqual(says);
    const file = Uint8Array.from(Buffer.from(frozen.file.base64, "base64"));
    expect(JSON.parse(JSON.stringify(comparable(await openFile(file))))).toEqual(frozen.file.says);
  });
});

describe("links and files that are noise, or a good one with changed bytes", () => {
  it("do no harm", async () => {
    const good = encode(plan(4));
    const mutation = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    let read = 0;
    const attempt = async (bytes: Uint8Array<ArrayBuffer>) => {
      const code = { isLocked: false, version: 1, body: toBase64Url(bytes) };
      const made = [snapshotOf(code), openFile(Uint8Array.from([79, 85, 84, 76, 65, 89, 100, 1, ...bytes]))];
      for (const one of await Promise.allSettled(made)) {
        if (one.status === "fulfilled") read += 1;
        else expect(one.reason).toBeInstanceOf(Refused);
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), (bytes) => attempt(Uint8Array.from(bytes))),
      { numRuns: 5000 },
    );
    await fc.assert(
      fc.asyncProperty(mutation, (changes) => {
        const bytes = Uint8Array.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        return attempt(bytes);
      }),
      { numRuns: 5000 },
    );
    // Few changes change nothing; that some are read shows that the rest were refused for a reason.
    expect(read).toBeLessThan(2000);
  }, 180_000);
});

describe("the advice on length", () => {
  it("says where a link of that length survives", () => {
    expect(adviceFor(500).text).toMatch(/every browser/);
    expect(adviceFor(4000).text).toMatch(/Slack/);
    expect(adviceFor(16_000).fits).toBe(true);
    expect(adviceFor(16_001).fits).toBe(false);
    expect(adviceFor(1e6).text).toMatch(/Too long/);
  });
});
