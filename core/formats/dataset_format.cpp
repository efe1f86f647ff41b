// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/dataset_format.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DatasetFormat)
};

} // namespace

Result<WriteSummary> DatasetFormat::write(const WriteOptions &, FormatSource &, const NoteSink &) const
{
    return failure(Text::tr("%1 can be read but not written").arg(name()));
}

} // namespace boxwright
