// The pieces every page is laid out with.
export { areaIcon } from "./area-icon";
export { BucketMark, BucketShape } from "./Bucket";
export { Button, IconButton } from "./Button";
export { Doubts } from "./Doubts";
export { Empty } from "./Empty";
export { ErrorBox } from "./ErrorBox";
export { pushEscape, useEscape } from "./escape";
export { focusables, useFocusInside } from "./focus";
export { Icon, type IconName } from "./Icon";
export { type KeyFigure, KeyFigures } from "./KeyFigures";
export { later } from "./later";
export { Menu, type MenuItem } from "./Menu";
export { Notices } from "./Notices";
export { type Finding, Grade, Page } from "./Page";
export { Panel } from "./Panel";
export { Popover } from "./Popover";
export { Progress } from "./Progress";
export { type Tab, Tabs } from "./Tabs";
