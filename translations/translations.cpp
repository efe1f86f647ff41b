// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace boxwright {

namespace {

struct Catalogue
{
    QString name;
    QString folder;
};

/// The language that was installed; empty where there is none of the locale's.
QString install(const QLocale &locale, const Catalogue &catalogue)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    const bool isLoaded = translator->load(locale, catalogue.name, QStringLiteral("_"), catalogue.folder);
    return isLoaded && QCoreApplication::installTranslator(translator) ? translator->language() : QString();
}

} // namespace

bool installTranslations(const QLocale &locale)
{
    const Catalogue ours{QStringLiteral("boxwright"), QStringLiteral(":/i18n")};
    const Catalogue qts{QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)};
    // English first, below the others: its catalogue holds nothing but singular and plural ("1 image", "2 images").
    install(QLocale(QLocale::English, QLocale::UnitedStates), ours);
    if (locale.language() == QLocale::English)
        return false;
    const QLocale spoken(install(locale, ours));
    if (spoken.language() == QLocale::C)
        return false;
    install(locale, qts);
    // Texts may be asked for in another language than dates (LANGUAGE, LANG), and yet the two stand in one sentence.
    // The system's locale calls itself by the language of texts: only its words tell.
    if (spoken.monthName(1) != QLocale().monthName(1))
        QLocale::setDefault(spoken);
    return true;
}

} // namespace boxwright
