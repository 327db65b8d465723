import {
  ActionIcon,
  Button,
  CloseButton,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Input,
  type MantineColorsTuple,
  Modal,
  PasswordInput,
} from '@mantine/core'

const family = '"Be Vietnam Pro", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'

const accent: MantineColorsTuple = [
  '#fbeae8',
  '#f5d5d2',
  '#eab2ad',
  '#f2a09a',
  '#e0807a',
  '#c9504d',
  '#b2292c',
  '#a42124',
  '#981b1e',
  '#7f1417',
]

/** Warm greys, light to dark: what Mantine draws by itself should stand on the same paper as ours. */
const gray: MantineColorsTuple = [
  '#fbf8f3',
  '#f4efe7',
  '#ebe4d9',
  '#e2dacd',
  '#cfc5b5',
  '#a99f90',
  '#8b8173',
  '#5c5449',
  '#3b352d',
  '#1e1a15',
]

const dark: MantineColorsTuple = [
  '#f1ebe1',
  '#d8cfc1',
  '#b9afa0',
  '#8d8373',
  '#4a443b',
  '#3b362f',
  '#2b2722',
  '#221f1b',
  '#181613',
  '#12100e',
]

/** No control is lower than 44 px, whatever its size is called. */
const controlHeights: Record<string, string> = { xs: '44px', sm: '44px', md: '48px', lg: '56px', xl: '64px' }
const controlHeight = (size: unknown) => controlHeights[String(size ?? 'md')] ?? '48px'

const motion = { duration: 140 }

/**
 * Chromium writes what stands in a field into its session file, in clear, unless autocompletion is off: for one of several
 * lines that counts only on its form, so they all belong to an empty one (O5).
 */
export const unkeptForm = 'ec-unkept'
const unkept = { autoComplete: 'off' }

export const theme = createTheme({
  fontFamily: family,
  headings: {
    fontFamily: family,
    fontWeight: '600',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.3' },
      h2: { fontSize: '1.5rem', lineHeight: '1.35' },
      h3: { fontSize: '1.375rem', lineHeight: '1.35' },
      h4: { fontSize: '1.1875rem', lineHeight: '1.4' },
      h5: { fontSize: '1.0625rem', lineHeight: '1.45' },
      h6: { fontSize: '1.0625rem', lineHeight: '1.45' },
    },
  },
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 2px 8px rgb(30 26 21 / 8%)',
    lg: '0 4px 16px rgb(30 26 21 / 10%)',
    xl: '0 8px 24px rgb(30 26 21 / 14%)',
  },
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 6 },
  black: '#1e1a15',
  white: '#ffffff',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'md' },
      vars: (_, { size }) => ({
        root: { '--button-height': controlHeight(size), '--button-fz': '1.0625rem' },
      }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray' },
      vars: (_, { size }) => ({ root: { '--ai-size': controlHeight(size ?? 'sm') } }),
    }),
    Input: Input.extend({
      defaultProps: { size: 'md' },
      vars: (_, { size }) => ({
        wrapper: { '--input-height': controlHeight(size), '--input-fz': '1.0625rem' },
      }),
    }),
    PasswordInput: PasswordInput.extend({
      defaultProps: { rightSectionWidth: 52 },
      vars: () => ({ root: { '--psi-button-size': '44px' } }),
    }),
    Textarea: { defaultProps: { form: unkeptForm } },
    TextInput: { defaultProps: unkept },
    NumberInput: { defaultProps: { ...unkept, hideControls: true } },
    Checkbox: { defaultProps: { ...unkept, size: 'md' } },
    Radio: { defaultProps: { ...unkept, size: 'md' } },
    Switch: { defaultProps: { ...unkept, size: 'md' } },
    DatePickerInput: { defaultProps: { valueFormat: 'DD/MM/YYYY' } },
    DateTimePicker: { defaultProps: { valueFormat: 'DD/MM/YYYY HH:mm' } },
    CloseButton: CloseButton.extend({ defaultProps: { size: 44 } }),
    Modal: Modal.extend({ defaultProps: { transitionProps: motion, centered: true, padding: 'lg' } }),
    Drawer: Drawer.extend({ defaultProps: { transitionProps: motion, padding: 'lg' } }),
    Tooltip: {
      defaultProps: { transitionProps: motion, events: { hover: true, focus: true, touch: false } },
    },
    // Else the focus begins on a thing without a name inside the menu.
    Menu: { defaultProps: { transitionProps: motion, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { transitionProps: motion } },
  },
})

const shared = {
  '--mantine-color-body': 'var(--ec-ground)',
  '--mantine-color-text': 'var(--ec-text)',
  '--mantine-color-dimmed': 'var(--ec-quiet-text)',
  '--mantine-color-placeholder': 'var(--ec-quiet-text)',
  '--mantine-color-anchor': 'var(--ec-accent-text)',
  '--mantine-color-error': 'var(--ec-urgent)',
  '--mantine-color-default': 'var(--ec-surface)',
  '--mantine-color-default-hover': 'var(--ec-sunken)',
  '--mantine-color-default-color': 'var(--ec-text)',
  '--mantine-color-default-border': 'var(--ec-edge)',
  '--mantine-color-accent-filled': 'var(--ec-accent)',
  '--mantine-color-accent-filled-hover': 'var(--ec-accent-hover)',
  '--mantine-color-accent-text': 'var(--ec-accent-text)',
  '--mantine-color-accent-light': 'var(--ec-urgent-ground)',
  '--mantine-color-accent-light-color': 'var(--ec-accent-text)',
  '--mantine-color-accent-outline': 'var(--ec-accent-text)',
  '--mantine-color-disabled': 'var(--ec-quiet-ground)',
  '--mantine-color-disabled-color': 'var(--ec-quiet-text)',
  '--mantine-color-disabled-border': 'var(--ec-quiet-line)',
} as const

/** Mantine's own colours become ours, so that both follow `ground.css` in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })
