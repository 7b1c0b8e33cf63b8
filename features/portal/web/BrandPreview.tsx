import { contrast } from '#ui/theme/colour.ts'
import { fillOf, usesOf } from '#ui/theme/theme.ts'
import { dark, ink, light } from '#ui/theme/tokens.ts'
import { useWords } from '#ui/words/useWords.ts'
import { portalWords } from '../words.ts'
import classes from './BrandPreview.module.css'

const white = '#ffffff'
const readable = 4.5

/** How a brand colour will look in both themes, with the corrections that keep every text on it readable. */
export function BrandPreview({ colour, name }: { colour: string; name: string }) {
  const words = useWords(portalWords).settings
  const fill = fillOf(colour)
  return (
    <div className={classes.all} role="group" aria-label={words.preview}>
      <p className={classes.caption}>{words.preview}</p>
      <div className={classes.both}>
        {(['light', 'dark'] as const).map((scheme) => {
          const uses = usesOf(fill, scheme)
          const ground = scheme === 'light' ? light : dark
          const filled = { background: uses.filled, color: contrast(uses.filled, white) >= readable ? white : ink }
          return (
            <div
              key={scheme}
              className={classes.card}
              style={{ background: ground.body, color: ground.text, borderColor: ground.line }}
            >
              <span style={{ color: ground.dimmed }}>{words[scheme]}</span>
              <span className={classes.head}>
                <span className={classes.sign} style={filled} aria-hidden>
                  {name.trim().slice(0, 1)}
                </span>
                {name}
              </span>
              <span className={classes.button} style={filled}>
                {words.button}
              </span>
              <span className={classes.link} style={{ color: uses.text }}>
                {words.link}
              </span>
              <span className={classes.chosen} style={{ background: uses.light, color: uses['light-color'] }}>
                {words.chosen}
              </span>
            </div>
          )
        })}
      </div>
      <p className={classes.note}>{fill === colour.toLowerCase() ? words.kept : words.adjusted({ colour: fill })}</p>
    </div>
  )
}
