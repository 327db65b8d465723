import { useState, useSyncExternalStore } from 'react'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import { coloursFor, type ToolKind, widths } from '../mark-choices.ts'
import { LayerMenu } from './layer-menu.tsx'
import { MarkHands } from './mark-hands.tsx'
import { MarkState } from './mark-state.tsx'
import { ShareSheet } from './share-sheet.tsx'
import { ToolButton } from './tool-button.tsx'
import type { Marks } from './use-marks.ts'

const tools: readonly { kind: ToolKind; icon: IconName }[] = [
  { kind: 'ink', icon: 'pen' },
  { kind: 'highlight', icon: 'highlighter' },
  { kind: 'underline', icon: 'underline' },
  { kind: 'strike', icon: 'strike' },
  { kind: 'text', icon: 'letters' },
  { kind: 'note', icon: 'sticky' },
  { kind: 'eraser', icon: 'eraser' },
  { kind: 'select', icon: 'pointer' },
]

/** What the hand takes up, with its colour and line; undo; where it is written to; and whether it is saved. */
export function MarkBar({ viewer, marks }: { viewer: PdfViewer; marks: Marks }) {
  const { t } = useWords()
  const page = useSyncExternalStore(viewer.subscribe, viewer.page) - 1
  const [isSharing, setSharing] = useState(false)
  const { tool, handle } = marks
  const isBookmarked = marks.shown.some(
    (each) => each.isMine && each.page === page && each.geometry.kind === 'bookmark',
  )
  return (
    <div className="ec-reader-tools ec-mark-bar ec-no-print" role="toolbar" aria-label={t('notes.bar')}>
      {tools.map(({ kind, icon }) => (
        <ToolButton
          key={kind}
          icon={icon}
          word={t(`notes.tool.${kind}`)}
          pressed={tool === kind}
          onTap={() => marks.setTool(tool === kind ? null : kind)}
        />
      ))}
      <ToolButton
        icon={isBookmarked ? 'bookmarked' : 'bookmark'}
        word={t(isBookmarked ? 'notes.tool.unbookmark' : 'notes.tool.bookmark')}
        pressed={isBookmarked}
        onTap={() => marks.toggleBookmark(page)}
      />
      <span className="ec-mark-line" />
      <ToolButton icon="undo" word={t('notes.undo')} off={!handle.canUndo()} onTap={handle.undo} />
      <ToolButton icon="redo" word={t('notes.redo')} off={!handle.canRedo()} onTap={handle.redo} />
      <span className="ec-reader-gap" />
      <LayerMenu marks={marks} onShare={() => setSharing(true)} />
      <MarkState handle={handle} />
      {/* Kept where a tool has no colours: the pages below must not jump. */}
      <div className="ec-mark-styles">
        {tool !== null && <Styles marks={marks} tool={tool} />}
        <span className="ec-reader-gap" />
        {tool !== null && <MarkHands viewer={viewer} />}
      </div>
      {isSharing && <ShareSheet marks={marks} note={null} onClose={() => setSharing(false)} />}
    </div>
  )
}

function Styles({ marks, tool }: { marks: Marks; tool: ToolKind }) {
  const { t } = useWords()
  const colours = coloursFor(tool)
  if (colours === null) return null
  return (
    <>
      <fieldset className="ec-mark-choice">
        <legend className="ec-unseen">{t('notes.colour.label')}</legend>
        {colours.map(({ word, value }) => (
          <button
            key={value}
            type="button"
            className="ec-plain-button ec-square"
            aria-label={t(`notes.colour.${word}`)}
            title={t(`notes.colour.${word}`)}
            aria-pressed={marks.colourOf(tool) === value}
            onClick={() => marks.setColour(value)}
          >
            <span className="ec-mark-colour" style={{ background: value }} />
          </button>
        ))}
      </fieldset>
      {tool === 'ink' && (
        <fieldset className="ec-mark-choice">
          <legend className="ec-unseen">{t('notes.width.label')}</legend>
          {widths.map(({ word, value }) => (
            <button
              key={value}
              type="button"
              className="ec-plain-button ec-square"
              aria-label={t(`notes.width.${word}`)}
              title={t(`notes.width.${word}`)}
              aria-pressed={marks.width === value}
              onClick={() => marks.setWidth(value)}
            >
              <span className="ec-mark-width" style={{ height: value * 1.6 }} />
            </button>
          ))}
        </fieldset>
      )}
    </>
  )
}
