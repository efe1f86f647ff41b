// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

namespace boxwright {

namespace {

/// {name} stands for a token. Kept small: every rule costs at start-up and at each polish.
const char *const kTemplate = R"(
QToolTip { background: {raised}; color: {text}; border: 1px solid {border}; padding: 4px 6px; }
QFrame[kind="panel"] { background: {panel}; border: 0; }
QFrame[kind="bar"] { background: {panel}; border: 0; }
QFrame[kind="card"] { background: {raised}; border: 1px solid {border}; border-radius: 8px; }
QFrame[kind="line"] { background: {border}; border: 0; }
QLabel[kind="title"] { font-weight: 600; }
QLabel[kind="heading"] { font-weight: 600; color: {dim}; }
QLabel[kind="dim"] { color: {dim}; }
QLabel[kind="small"] { color: {dim}; font-size: 12px; }
QLabel[kind="bad"] { color: {bad}; }
QLabel[kind="warn"] { color: {warn}; }

QPushButton { background: {raised}; color: {text}; border: 1px solid {border}; border-radius: 6px;
  padding: 5px 12px; min-height: 18px; }
QPushButton:hover { border-color: {dim}; }
QPushButton:pressed { background: {selection}; }
QPushButton:focus { border-color: {accent}; }
QPushButton:checked { border-color: {accent}; background: {selection}; }
QPushButton:disabled { color: {disabled}; background: {panel}; }
QPushButton[kind="primary"] { background: {accent}; color: {onAccent}; border-color: {accent}; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: {accentHover}; }
QPushButton[kind="primary"]:focus { border-color: {text}; }
QPushButton[kind="primary"]:disabled { background: {panel}; color: {disabled}; border-color: {border}; }
QPushButton[kind="big"] { background: {accent}; color: {onAccent}; border-color: {accent}; font-weight: 600;
  font-size: 15px; padding: 9px 16px; }
QPushButton[kind="big"]:hover { background: {accentHover}; }
QPushButton[kind="big"]:focus { border-color: {text}; }
QPushButton[kind="big"]:disabled { background: {panel}; color: {disabled}; border-color: {border}; }
QPushButton[kind="search"] { color: {dim}; text-align: left; padding: 3px 12px; }
QPushButton[kind="danger"] { color: {bad}; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: {accent}; padding: 2px 0;
  min-height: 0; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: {accent}; }
QPushButton[kind="link"]:disabled { color: {disabled}; }

QToolButton { background: transparent; color: {text}; border: 1px solid transparent; border-radius: 6px;
  padding: 4px 8px; }
QToolButton:hover { background: {raised}; }
QToolButton:focus { border-color: {accent}; }
QToolButton:disabled { color: {disabled}; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[kind="quiet"] { color: {dim}; }
QToolButton[kind="title"] { font-weight: 600; }

QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit { background: {raised}; color: {text};
  border: 1px solid {border}; border-radius: 6px; padding: 4px 8px; selection-background-color: {accent};
  selection-color: {onAccent}; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus { border-color: {accent}; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: {disabled}; background: {panel}; }
QLineEdit[kind="inline"] { border-radius: 4px; padding: 1px 5px; border-color: {accent}; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url(:/ui/chevron_down.png); width: 10px; height: 6px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 20px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url(:/ui/chevron_up.png); width: 10px; height: 6px; }
QAbstractSpinBox::down-arrow { image: url(:/ui/chevron_down.png); width: 10px; height: 6px; }
QComboBox QAbstractItemView { background: {raised}; border: 1px solid {border}; selection-background-color: {selection};
  selection-color: {text}; outline: 0; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid {dim}; border-radius: 3px; background: {raised}; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: {accent}; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent}; image: url({check}); }
QCheckBox::indicator:disabled { background: {panel}; border-color: {border}; }
QRadioButton { spacing: 8px; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid {dim}; border-radius: 7px; background: {raised}; }
QRadioButton::indicator:hover, QRadioButton::indicator:focus { border-color: {accent}; }
QRadioButton::indicator:checked { border: 4px solid {accent}; width: 6px; height: 6px; background: {onAccent}; }
QRadioButton:focus { color: {accent}; }
QCheckBox:focus { color: {accent}; }
QCheckBox:disabled { color: {disabled}; }

QAbstractItemView { background: {panel}; color: {text}; border: 0; outline: 0; selection-background-color: {selection};
  selection-color: {text}; }
QListView[kind="gallery"] { background: {window}; }
QHeaderView::section { background: {window}; color: {dim}; border: 0; border-bottom: 1px solid {border};
  padding: 6px 8px; }
QTableView { gridline-color: {border}; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMenu { background: {raised}; color: {text}; border: 1px solid {border}; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: {selection}; }
QMenu::item:disabled { color: {disabled}; }
QMenu::separator { height: 1px; background: {border}; margin: 4px 8px; }
QMenu::indicator { width: 12px; height: 12px; left: 6px; }

QProgressBar { background: {border}; border: 0; border-radius: 2px; min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: {accent}; border-radius: 2px; }
QProgressBar[kind="ok"]::chunk { background: {ok}; }

QSlider { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; background: {border}; border-radius: 2px; }
QSlider::sub-page:horizontal { background: {accent}; border-radius: 2px; }
QSlider::handle:horizontal { background: {accent}; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:focus { background: {text}; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: {scroll}; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: {dim}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: 0; }
QSplitter::handle { background: {border}; }
QSplitter::handle:horizontal { width: 1px; }
)";

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](float x, float y) { return float(x + (y - x) * share); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

} // namespace

QString styleSheetOf(const Tokens &tokens)
{
    const std::pair<QLatin1String, QColor> names[] = {
        {QLatin1String("{window}"), tokens.window},
        {QLatin1String("{panel}"), tokens.panel},
        {QLatin1String("{raised}"), tokens.raised},
        {QLatin1String("{border}"), tokens.border},
        {QLatin1String("{text}"), tokens.text},
        {QLatin1String("{dim}"), tokens.dim},
        {QLatin1String("{accent}"), tokens.accent},
        {QLatin1String("{accentHover}"), mixed(tokens.accent, tokens.text, 0.15)},
        {QLatin1String("{onAccent}"), tokens.onAccent},
        {QLatin1String("{ok}"), tokens.ok},
        {QLatin1String("{warn}"), tokens.warn},
        {QLatin1String("{bad}"), tokens.bad},
        {QLatin1String("{selection}"), tokens.selection},
        {QLatin1String("{disabled}"), mixed(tokens.dim, tokens.panel, 0.35)},
        {QLatin1String("{scroll}"), mixed(tokens.border, tokens.dim, 0.4)},
    };
    QString sheet = QString::fromLatin1(kTemplate);
    for (const auto &[name, color] : names)
        sheet.replace(name, color.name());
    sheet.replace(QLatin1String("{check}"),
                  tokens.isDark ? QLatin1String(":/ui/check_on_dark.png") : QLatin1String(":/ui/check_on_light.png"));
    return sheet;
}

} // namespace boxwright
