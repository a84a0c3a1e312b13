// Every picture that stands for a word. Those that point along the text turn with its direction.

import {
  ArrowDown,
  ArrowLeft,
  AtSign,
  Ban,
  Bell,
  Check,
  CheckCheck,
  ChevronDown,
  ChevronRight,
  Clock,
  Copy,
  Download,
  EllipsisVertical,
  Flag,
  Globe,
  Hash,
  History,
  Info,
  KeyRound,
  Languages,
  Link,
  Lock,
  LogOut,
  MessageCircle,
  Pencil,
  Plus,
  Reply,
  Search,
  SendHorizontal,
  Settings,
  ShieldAlert,
  SmilePlus,
  Star,
  Trash2,
  TriangleAlert,
  UserMinus,
  UserPlus,
  Users,
  WifiOff,
  X,
} from "lucide-react";
import styles from "./Icon.module.css";

const ICONS = {
  at: AtSign,
  back: ArrowLeft,
  ban: Ban,
  bell: Bell,
  check: Check,
  close: X,
  copy: Copy,
  delete: Trash2,
  down: ArrowDown,
  download: Download,
  edit: Pencil,
  flag: Flag,
  globe: Globe,
  hash: Hash,
  history: History,
  info: Info,
  invite: UserPlus,
  key: KeyRound,
  languages: Languages,
  link: Link,
  lock: Lock,
  message: MessageCircle,
  more: EllipsisVertical,
  new: Plus,
  next: ChevronRight,
  offline: WifiOff,
  open: ChevronDown,
  people: Users,
  react: SmilePlus,
  read: CheckCheck,
  remove: UserMinus,
  reply: Reply,
  search: Search,
  send: SendHorizontal,
  settings: Settings,
  shield: ShieldAlert,
  star: Star,
  "sign-out": LogOut,
  waiting: Clock,
  warning: TriangleAlert,
};

export type IconName = keyof typeof ICONS;

const DIRECTED: readonly IconName[] = ["back", "next", "reply", "send", "sign-out"];

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  const Picture = ICONS[name];
  return (
    <Picture
      size={size}
      strokeWidth={1.85}
      aria-hidden="true"
      className={[styles.icon, DIRECTED.includes(name) ? styles.directed : ""].join(" ")}
    />
  );
}
