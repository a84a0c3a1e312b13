// Every part of the kit in each of its states, for tests and for whoever changes one: `npm run dev`, then /stories.html.

import type { ReactNode } from "react";
import { Avatar } from "./Avatar.tsx";
import { Badge } from "./Badge.tsx";
import { Button } from "./Button.tsx";
import { Card } from "./Card.tsx";
import { Choice } from "./Choice.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { Dialog } from "./Dialog.tsx";
import { Entry } from "./Entry.tsx";
import { Face } from "./Face.tsx";
import { Field } from "./Field.tsx";
import { FileButton } from "./FileButton.tsx";
import { Flame } from "./Flame.tsx";
import { Icon } from "./Icon.tsx";
import { Menu } from "./Menu.tsx";
import { Middle } from "./Middle.tsx";
import { Notice } from "./Notice.tsx";
import { Options } from "./Options.tsx";
import { Panel } from "./Panel.tsx";
import { Popover } from "./Popover.tsx";
import QrCode from "./QrCode.tsx";
import { Search } from "./Search.tsx";
import { Setting } from "./Setting.tsx";
import { Spinner } from "./Spinner.tsx";
import { Switch } from "./Switch.tsx";
import { Toggle } from "./Toggle.tsx";

/** The same words at three lengths: what fits in English bursts in German and is short in Chinese. */
export const WORDS = {
  en: { label: "User name", words: "Others find you by it.", verb: "Save" },
  de: {
    label: "Benachrichtigungseinstellungen",
    words:
      "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen und weitere außergewöhnlich lange Wörter.",
    verb: "Einstellungen unwiderruflich zurücksetzen",
  },
  zh: { label: "用户名", words: "别人通过它找到你。", verb: "保存" },
  ar: { label: "اسم المستخدم", words: "به يجدك الآخرون.", verb: "حفظ" },
};

export type Words = (typeof WORDS)["en"];

const nothing = () => undefined;

/** A story's name, and what it shows with these words. */
export const STORIES: Record<string, (words: Words) => ReactNode> = {
  "Avatar, of a person and of a room": ({ label }) => (
    <>
      <Avatar id="@a:x" name={label} size="s" />
      <Avatar id="@b:x" name={label} />
      <Avatar id="!c" name={label} size="l" isSquare />
    </>
  ),
  "Badge, quiet and loud": ({ words }) => (
    <>
      <Badge count="3" label={words} isLoud={false} />
      <Badge count="99+" label={words} isLoud />
      <Badge count={<Icon name="thread" size={12} />} label={words} isLoud={false} />
    </>
  ),
  "Button, in each look": ({ verb }) => (
    <>
      <Button look="main">{verb}</Button>
      <CopyButton content={verb} copied={verb} failed={verb}>
        {verb}
      </CopyButton>
      <Button>{verb}</Button>
      <Button look="quiet">{verb}</Button>
      <Button look="danger">{verb}</Button>
      <Button look="icon" aria-label={verb}>
        <Icon name="reply" />
      </Button>
    </>
  ),
  "Button, busy and not to be had": ({ verb }) => (
    <>
      <Button look="main" isBusy>
        {verb}
      </Button>
      <Button look="main" isDisabled>
        {verb}
      </Button>
    </>
  ),
  Card: ({ label, words, verb }) => (
    <Card title={label} words={words} closeLabel={verb} onClose={nothing}>
      <Button look="quiet">{verb}</Button>
    </Card>
  ),
  Choice: ({ label }) => (
    <Choice label={label} value="a" options={[{ value: "a", label }]} onChange={nothing} />
  ),
  "Entry, that leads somewhere, does something, or has something at its end": ({ label, words, verb }) => (
    <>
      <Entry avatar={<Avatar id="@a:x" name={label} />} name={label} when="12:00" href="/" isNew isOpen>
        <span className="quiet">{words}</span>
      </Entry>
      <Entry avatar={<Avatar id="@a:x" name={label} />} name={label} onPress={nothing} isBusy>
        <span className="quiet">{words}</span>
      </Entry>
      <Entry
        avatar={<Avatar id="@a:x" name={label} />}
        name={label}
        nameId="entry"
        end={<Button aria-describedby="entry">{verb}</Button>}
      />
    </>
  ),
  Face: ({ label, words }) => (
    <Face avatar={<Avatar id="@a:x" name={label} size="l" />} name={label}>
      <p className="quiet">{words}</p>
    </Face>
  ),
  "Field, empty with a hint": ({ label, words }) => <Field label={label} hint={words} />,
  "Field, with a fault": ({ label, words }) => <Field label={label} fault={words} defaultValue={label} />,
  FileButton: ({ verb }) => (
    <FileButton accept="image/png" onChoose={nothing}>
      {verb}
    </FileButton>
  ),
  "Flame and Spinner": () => (
    <>
      <Flame />
      <Spinner />
    </>
  ),
  Menu: ({ label, verb }) => (
    <Menu label={label} choices={[{ id: "a", icon: "edit", label: verb, onChoose: nothing }]}>
      <Icon name="more" />
    </Menu>
  ),
  Middle: ({ words, verb }) => (
    <Middle backLabel={verb} onBack={nothing}>
      <p className="quiet">{words}</p>
      <div className="buttons">
        <Button>{verb}</Button>
      </div>
    </Middle>
  ),
  "Notice, and one of something wrong": ({ words }) => (
    <>
      <Notice>{words}</Notice>
      <Notice isWrong>{words}</Notice>
    </>
  ),
  Options: ({ label, words }) => (
    <Options
      label={label}
      value="a"
      onChange={nothing}
      options={[
        { value: "a", icon: "lock", label, hint: words },
        { value: "b", icon: "people", label: `${label} 2`, hint: words },
      ]}
    />
  ),
  "Panel, opened from another": ({ label, words, verb }) => (
    <Panel title={label} closeLabel={verb} onClose={nothing} backLabel={`${verb} 2`} onBack={nothing}>
      <p>{words}</p>
    </Panel>
  ),
  Popover: ({ label }) => (
    <Popover label={label} trigger={<Icon name="react" />}>
      {() => label}
    </Popover>
  ),
  "QrCode, of text and of bytes": ({ label }) => (
    <>
      <QrCode content={label} label={label} />
      <QrCode content={new Uint8Array([0, 200, 255])} label={label} />
    </>
  ),
  "Search, empty and filled": ({ label, words }) => (
    <>
      <Search label={label} value="" onChange={nothing} />
      <Search label={label} value={words} onChange={nothing} />
    </>
  ),
  Setting: ({ label, words, verb }) => (
    <Setting title={label} words={words}>
      <Button>{verb}</Button>
    </Setting>
  ),
  "Switch, off and on": ({ label }) => (
    <>
      <Switch label={label} isOn={false} onChange={nothing} />
      <Switch label={`${label} 2`} isOn onChange={nothing} />
    </>
  ),
  "Toggle, off and on": ({ verb }) => (
    <>
      <Toggle isOn={false} onChange={nothing}>
        {verb}
      </Toggle>
      <Toggle isOn onChange={nothing}>
        {verb}
      </Toggle>
    </>
  ),
};

/** Shown alone, since it covers everything else. */
export function DialogStory({ label, words, verb }: Words) {
  return (
    <Dialog title={label} closeLabel={verb} onClose={nothing}>
      <p>{words}</p>
      <Button look="main">{verb}</Button>
      <CopyButton content={verb} copied={verb} failed={verb}>
        {verb}
      </CopyButton>
    </Dialog>
  );
}

/** All stories, one below the other. */
export function Stories({ words }: { words: Words }) {
  return (
    <main>
      <h1>{words.label}</h1>
      {Object.entries(STORIES).map(([name, story]) => (
        <section key={name} aria-label={name}>
          <h2>{name}</h2>
          {story(words)}
        </section>
      ))}
    </main>
  );
}
