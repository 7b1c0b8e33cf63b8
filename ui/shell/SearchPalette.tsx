import '@mantine/spotlight/styles.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { useQueries } from '@tanstack/react-query'
import { GroupName } from '../controls/GroupName.tsx'
import { PersonName } from '../controls/PersonName.tsx'
import { useMe } from '../me.ts'
import { useSections, type Found } from '../section.ts'
import { uiWords } from '../words.ts'
import { useLanguage, useWords } from '../words/useWords.ts'
import { menuOf } from './menu.ts'
import { useOpenAddress } from './over.ts'
import classes from './SearchPalette.module.css'

const shortest = 2

interface SearchPaletteProps {
  opened: boolean
  close: () => void
  query: string
  setQuery: (query: string) => void
}

/** The search palette: where to go, and what the sections find. */
export function SearchPalette({ opened, close, query, setQuery }: SearchPaletteProps) {
  const words = useWords(uiWords)
  const { language } = useLanguage()
  const sections = useSections()
  const open = useOpenAddress()
  const [text] = useDebouncedValue(query.trim(), 180)
  const sources = sections
    .flatMap((section) => (section.search ? [{ ...section.search, name: section.name }] : []))
    .toSorted((a, b) => a.order - b.order)
  const asked = text.length >= shortest
  const answers = useQueries({
    queries: sources.map((source) => ({
      queryKey: [source.name, 'palette', text],
      queryFn: () => source.find(text),
      enabled: opened && asked,
    })),
  })
  const places = menuOf(sections, useMe())
    .map((entry) => ({ ...entry, words: entry.label(language) }))
    .filter((entry) => entry.words.toLowerCase().includes(query.trim().toLowerCase()))
  const found = answers.flatMap((answer) => answer.data ?? [])
  const looking = answers.some((answer) => answer.isFetching) || query.trim() !== text
  const go = (path: string, record = false) => {
    close()
    open(path, record)
  }
  return (
    <Spotlight.Root
      forceOpened={opened}
      onSpotlightClose={close}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      attributes={{ content: { 'aria-label': words.search.open } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      classNames={{ actionsGroup: classes.part ?? '' }}
    >
      <Spotlight.Search placeholder={words.search.prompt} aria-label={words.search.prompt} />
      <Spotlight.ActionsList>
        {places.length > 0 && (
          <Spotlight.ActionsGroup label={words.search.goTo}>
            {places.map((entry) => (
              <Spotlight.Action
                key={entry.path}
                label={entry.words}
                leftSection={<entry.icon size={18} stroke={1.7} aria-hidden />}
                onClick={() => go(entry.path)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {sources.map((source, place) => {
          const items = answers[place]?.data ?? []
          if (!asked || items.length === 0) return null
          return (
            <Spotlight.ActionsGroup key={source.name} label={source.label(language)}>
              {items.map((item) => (
                <Spotlight.Action key={item.id} onClick={() => go(item.path, item.record)}>
                  <span className={classes.found}>
                    <source.icon size={18} stroke={1.7} aria-hidden />
                    <FoundName item={item} />
                  </span>
                </Spotlight.Action>
              ))}
            </Spotlight.ActionsGroup>
          )
        })}
        {found.length === 0 && places.length === 0 && (
          <Spotlight.Empty>
            {looking ? words.search.looking : asked ? words.search.nothing : words.search.typeOn}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function FoundName({ item }: { item: Found }) {
  if (item.external === 'group') return <GroupName name={item.name} external />
  if (item.external === 'person') {
    return <PersonName person={{ id: item.id, name: item.name, kind: 'external', company: item.beside }} />
  }
  return (
    <span className={classes.name}>
      <span>
        {item.name} {item.beside && <span className={classes.beside}>· {item.beside}</span>}
      </span>
      {item.group && (
        <span className={classes.group}>
          <GroupName name={item.group.name} external={item.group.external} />
        </span>
      )}
    </span>
  )
}
