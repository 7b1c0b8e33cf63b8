import type { MantineThemeOverride } from '@mantine/core'

/** Defaults of Mantine's components, so that pages need not repeat them: dense, calm, announced. */
export const components: MantineThemeOverride['components'] = {
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  Button: { defaultProps: { size: 'sm' } },
  TextInput: { defaultProps: { size: 'sm' } },
  Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2, maxRows: 16 } },
  PasswordInput: { defaultProps: { size: 'sm' } },
  Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
  Menu: { defaultProps: { shadow: 'md', withinPortal: true, position: 'bottom-end' } },
  Tooltip: { defaultProps: { openDelay: 300, withArrow: false, color: 'dark.8' } },
  Paper: { defaultProps: { radius: 'md' } },
  Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', highlightOnHover: true } },
  Badge: { defaultProps: { variant: 'light', radius: 'sm' }, styles: { root: { textTransform: 'none', fontWeight: 600 } } },
}
