// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/mxnet_weights.h"

#include "core/ssd/array_tensors.h"

#include <QCoreApplication>
#include <QDir>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MxnetWeights)
};

QString bareName(const QString &name)
{
    for (const QLatin1String prefix : {QLatin1String("arg:"), QLatin1String("aux:")})
        if (name.startsWith(prefix))
            return name.mid(prefix.size());
    return name;
}

} // namespace

Result<NamedTensors> mxnetTensors(const ParamsFile &file, const QString &fileName)
{
    const QString shown = QDir::toNativeSeparators(fileName);
    NamedTensors tensors;
    for (const TensorView &view : file.tensors()) {
        if (view.isNone())
            continue;
        const QString name = bareName(view.name);
        if (name.isEmpty())
            return failure(Text::tr("%1 has arrays without names; weights are found by name.").arg(shown));
        if (tensors.contains(name))
            return failure(Text::tr("%1 holds %2 twice, as a parameter and as a statistic.").arg(shown, name));
        const auto tensor = tensorOf(view);
        if (!tensor)
            return failure(Text::tr("%1: %2 holds unsigned numbers, which are no weights.").arg(shown, view.name));
        tensors.insert(name, *tensor);
    }
    return tensors;
}

} // namespace boxwright::ssd
