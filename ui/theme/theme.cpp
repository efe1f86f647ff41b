// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QVariant>
#include <QWidget>

namespace boxwright {

namespace {

const char *const kSystemLightness = "boxwrightSystemIsDark";

/// Qt 6.4 does not tell the desktop's colour scheme; the lightness of its palette, before ours replaced it, does.
bool isSystemDark(QApplication &application)
{
    QVariant known = application.property(kSystemLightness);
    if (!known.isValid()) {
        known = application.palette().color(QPalette::Window).lightness() < 128;
        application.setProperty(kSystemLightness, known);
    }
    return known.toBool();
}

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette(tokens.text, tokens.raised, tokens.border, tokens.surround, tokens.dim, tokens.text,
                     tokens.onAccent, tokens.panel, tokens.window);
    palette.setColor(QPalette::AlternateBase, tokens.hover);
    palette.setColor(QPalette::Highlight, tokens.selection);
    palette.setColor(QPalette::HighlightedText, tokens.text);
    palette.setColor(QPalette::PlaceholderText, tokens.dim);
    palette.setColor(QPalette::Link, tokens.accent);
    palette.setColor(QPalette::LinkVisited, tokens.accent);
    palette.setColor(QPalette::ToolTipBase, tokens.raised);
    palette.setColor(QPalette::ToolTipText, tokens.text);
    palette.setColor(QPalette::Mid, tokens.border);
    palette.setColor(QPalette::Dark, tokens.surround);
    QColor disabled = tokens.dim;
    disabled.setAlphaF(0.65F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

} // namespace

void applyTheme(QApplication &application, ThemeChoice choice)
{
    const bool isDark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && isSystemDark(application));
    isSystemDark(application); // remember it before our palette hides it
    const Tokens &tokens = isDark ? darkTokens() : lightTokens();
    if (application.styleSheet().isEmpty())
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(tokens));
    QApplication::setFont(themeFont(13));
    application.setStyleSheet(styleSheetOf(tokens));
}

void setKind(QWidget &widget, const char *kind)
{
    const QString name = QString::fromLatin1(kind);
    if (widget.property("kind").toString() == name)
        return;
    widget.setProperty("kind", name);
    if (widget.testAttribute(Qt::WA_WState_Polished)) {
        widget.style()->unpolish(&widget);
        widget.style()->polish(&widget);
    }
}

QFont themeFont(int pixelSize, bool isBold)
{
    QFont font = QApplication::font();
    font.setPixelSize(pixelSize);
    font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace boxwright
