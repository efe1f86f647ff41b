// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/class_options.h"

#include "app/cli/options.h"

#include <QCoreApplication>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClassOptions)
};

QStringList listed(const QString &text)
{
    QStringList names;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (!name.isEmpty())
            names << name;
    }
    return names;
}

} // namespace

void ClassOptions::setUp(Options &options)
{
    options.text({"--classes", "A,B", Text::tr("Only labels of these classes")}, m_only);
    options.text({"--drop-classes", "A,B", Text::tr("No labels of these classes")}, m_dropped);
    options.text({"--rename-classes", "A=C,B=C",
                  Text::tr("Export classes under other names; several under one name are merged")},
                 m_renamed);
}

Result<ClassChoice> ClassOptions::choice() const
{
    ClassChoice choice{listed(m_only), listed(m_dropped), {}};
    for (const QString &pair : listed(m_renamed)) {
        const QString from = pair.section(QLatin1Char('='), 0, 0).trimmed();
        const QString to = pair.section(QLatin1Char('='), 1).trimmed();
        if (from.isEmpty() || to.isEmpty())
            return failure(Text::tr("\"%1\" names no class and its new name; say OLD=NEW.").arg(pair));
        choice.names.insert(from, to);
    }
    return choice;
}

} // namespace boxwright::cli
