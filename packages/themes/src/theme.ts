/** What a look is made of. Every value is CSS; each is a custom property too, `--latchkey-color-primary` and so on. */
export interface ThemeVariables {
  readonly colorPrimary?: string
  readonly colorPrimaryForeground?: string
  readonly colorBackground?: string
  readonly colorForeground?: string
  readonly colorMuted?: string
  readonly colorMutedForeground?: string
  readonly colorInput?: string
  readonly colorInputForeground?: string
  readonly colorBorder?: string
  readonly colorRing?: string
  readonly colorShadow?: string
  readonly colorDanger?: string
  readonly colorSuccess?: string
  readonly colorWarning?: string
  readonly colorNeutral?: string
  readonly colorModalBackdrop?: string
  readonly fontFamily?: string
  readonly fontFamilyButtons?: string
  readonly fontFamilyMono?: string
  readonly fontSize?: string
  readonly borderRadius?: string
  readonly spacing?: string
}

/** A look for the components, as data. */
export interface Theme {
  readonly name: string
  readonly colorScheme: 'light' | 'dark' | 'light dark'
  readonly variables: ThemeVariables
  /** Class names for single elements. */
  readonly elements?: Readonly<Record<string, string>>
}
