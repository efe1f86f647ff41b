// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/commands/import_dataset.h"

#include <QCoreApplication>

#include <utility>

namespace boxwright {

ImportDataset::ImportDataset(Document &document, Change change)
    : Command(document, QCoreApplication::translate("Command", "Import data set"))
    , m_import(std::move(change))
{
}

Change ImportDataset::makeChange()
{
    return std::exchange(m_import, {});
}

} // namespace boxwright
