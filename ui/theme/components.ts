import type { MantineThemeOverride } from '@mantine/core'

/** Defaults of Mantine's components, so that pages need not repeat them: dense, calm, announced. */
export const components: MantineThemeOverride['components'] = {
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  Button: { defaultProps: { size: 'sm' } },
  TextInput: { defaultProps: { size: 'sm' } },
  Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2, maxRows: 16 } },
  PasswordInput: { defaultProps: { size: 'sm' } },
  Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
  // Menus and lists of choices stay where they are opened: inside the page's landmarks, and next in the order of tabbing.
  Menu: {
    defaultProps: {
      shadow: 'md',
      withinPortal: false,
      floatingStrategy: 'fixed',
      position: 'bottom-end',
      withInitialFocusPlaceholder: false,
    },
  },
  Popover: { defaultProps: { withinPortal: false, floatingStrategy: 'fixed' } },
  Combobox: { defaultProps: { withinPortal: false, floatingStrategy: 'fixed' } },
  Chip: { defaultProps: { color: 'brand' } },
  NavLink: { styles: { description: { opacity: 1 } } },
  Tooltip: { defaultProps: { openDelay: 300, withArrow: false, color: 'dark.8' } },
  Paper: { defaultProps: { radius: 'md' } },
  Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', highlightOnHover: true } },
  Badge: {
    defaultProps: { variant: 'light', radius: 'sm' },
    styles: { root: { textTransform: 'none', fontWeight: 600 } },
  },
}
