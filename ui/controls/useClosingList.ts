import { useState } from 'react'

/** The list of a field that takes several: it closes at each choice, or it would lie over what comes below the field. A click, an arrow and typing open it again. */
export function useClosingList(opens?: () => void) {
  const [opened, setOpened] = useState(false)
  const open = () => {
    setOpened(true)
    opens?.()
  }
  const close = () => setOpened(false)
  return {
    opened,
    open,
    close,
    list: { dropdownOpened: opened, onDropdownOpen: open, onDropdownClose: close, onOptionSubmit: close },
  }
}
