// Every picture that stands for a word. Those that point along the text turn with its direction.

import {
  ArrowDown,
  ArrowLeft,
  AtSign,
  Check,
  CheckCheck,
  ChevronDown,
  Clock,
  Copy,
  Download,
  EllipsisVertical,
  Hash,
  KeyRound,
  Languages,
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
  UserPlus,
  Users,
  WifiOff,
  X,
} from "lucide-react";
import styles from "./Icon.module.css";

const ICONS = {
  at: AtSign,
  back: ArrowLeft,
  check: Check,
  close: X,
  copy: Copy,
  delete: Trash2,
  down: ArrowDown,
  download: Download,
  edit: Pencil,
  hash: Hash,
  invite: UserPlus,
  key: KeyRound,
  languages: Languages,
  lock: Lock,
  message: MessageCircle,
  more: EllipsisVertical,
  new: Plus,
  offline: WifiOff,
  open: ChevronDown,
  people: Users,
  react: SmilePlus,
  read: CheckCheck,
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

const DIRECTED: readonly IconName[] = ["back", "reply", "send", "sign-out"];

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
