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

bool install(const QLocale &locale, const Catalogue &catalogue)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    const bool isLoaded = translator->load(locale, catalogue.name, QStringLiteral("_"), catalogue.folder);
    return isLoaded && QCoreApplication::installTranslator(translator);
}

} // namespace

bool installTranslations(const QLocale &locale)
{
    const Catalogue ours{QStringLiteral("boxwright"), QStringLiteral(":/i18n")};
    const Catalogue qts{QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)};
    // English first, below the others: its catalogue holds nothing but singular and plural ("1 image", "2 images").
    install(QLocale(QLocale::English, QLocale::UnitedStates), ours);
    if (locale.language() == QLocale::English || !install(locale, ours))
        return false;
    install(locale, qts);
    return true;
}

} // namespace boxwright
