import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { IconLogout, IconSettings, IconUser } from '@tabler/icons-react'
import { PersonAvatar } from '../controls/PersonAvatar.tsx'
import { PersonName } from '../controls/PersonName.tsx'
import { useMe } from '../me.ts'
import { useSections } from '../section.ts'
import { uiWords } from '../words.ts'
import { languages, type Language } from '../words/catalogue.ts'
import { useLanguage, useWords } from '../words/useWords.ts'
import { PageLink } from './PageLink.tsx'
import classes from './PersonMenu.module.css'
import { usePortalActs } from './portalActs.ts'

const namesOfLanguages: Record<Language, string> = { en: 'English', ru: 'Русский', pl: 'Polski' }

/** The menu behind one's own face: profile, settings, theme, language, sign out. */
export function PersonMenu() {
  const words = useWords(uiWords)
  const me = useMe()
  const sections = useSections()
  const { language, speak } = useLanguage()
  const { saveLanguage, signOut } = usePortalActs()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const hasPeople = !me.waiting && sections.some((section) => section.name === 'people')
  const hasSettings = sections.some((section) => section.settings?.length)
  const entries = (me.waiting ? [] : sections.flatMap((section) => section.userMenu ?? [])).toSorted(
    (a, b) => a.order - b.order,
  )
  const choose = (chosen: Language) => {
    speak(chosen)
    saveLanguage(chosen)
  }
  return (
    <Menu width={230}>
      <Menu.Target>
        <UnstyledButton className={classes.face}>
          <PersonAvatar person={me} size={32} />
          <span className="loggia-hidden">{words.me.menu({ name: me.name })}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <PersonName person={me} />
        </div>
        {hasPeople && (
          <Menu.Item component={PageLink} to={`/people/${me.id}`} leftSection={<IconUser size={16} aria-hidden />}>
            {words.me.profile}
          </Menu.Item>
        )}
        {entries.map((entry) => (
          <Menu.Item
            key={entry.path}
            component={PageLink}
            to={entry.path.replace('$me', me.id)}
            leftSection={<entry.icon size={16} aria-hidden />}
          >
            {entry.label(language)}
          </Menu.Item>
        ))}
        {hasSettings && (
          <Menu.Item component={PageLink} to="/settings" leftSection={<IconSettings size={16} aria-hidden />}>
            {words.me.settings}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{words.me.theme}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {(['light', 'dark', 'auto'] as const).map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {words.me[scheme]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{words.me.language}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(chosen) => choose(chosen as Language)}>
          {languages.map((each) => (
            <Menu.RadioItem key={each} value={each} lang={each}>
              {namesOfLanguages[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={signOut} leftSection={<IconLogout size={16} aria-hidden />}>
          {words.me.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
