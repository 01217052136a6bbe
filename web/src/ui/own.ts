// Looking up by a name that may come from a link: "valueOf" is in no list, though every object has one.

export const own = <T>(list: Record<string, T>, name = ""): T | undefined =>
  Object.hasOwn(list, name) ? list[name] : undefined;
