// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/weight_matching.h"

#include <QCoreApplication>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WeightMatching)
};

QString shapeText(const torch::Tensor &tensor)
{
    QStringList extents;
    for (const int64_t extent : tensor.sizes())
        extents << QString::number(extent);
    return extents.isEmpty() ? Text::tr("one number") : extents.join(QLatin1String(" x "));
}

} // namespace

NamedTensors namedTensors(const SsdNetworkImpl &network)
{
    NamedTensors tensors;
    for (const auto &entry : network.named_parameters())
        tensors.insert(QString::fromStdString(entry.key()), entry.value());
    for (const auto &entry : network.named_buffers())
        tensors.insert(QString::fromStdString(entry.key()), entry.value());
    return tensors;
}

int widthDivisorOf(const NamedTensors &weights)
{
    constexpr int64_t kFilters = 64; // of the first convolution of resnet-50 and vgg-16
    for (const char *name : {"conv0_weight", "conv1_1_weight"}) {
        const auto first = weights.find(QLatin1String(name));
        if (first == weights.end() || first->dim() != 4)
            continue;
        const int64_t filters = first->size(0);
        return filters > 0 && kFilters % filters == 0 ? int(kFilters / filters) : 1;
    }
    return 1;
}

WeightReport copyMatching(const SsdNetworkImpl &network, const NamedTensors &file,
                          const std::function<bool(const QString &)> &isWanted)
{
    const torch::NoGradGuard noGrad;
    WeightReport report;
    QMap<QString, torch::Tensor> unused = file;
    const NamedTensors own = namedTensors(network);
    for (auto entry = own.begin(); entry != own.end(); ++entry) {
        const QString &name = entry.key();
        if (!isWanted(name))
            continue;
        const auto found = unused.find(name);
        if (found == unused.end()) {
            report.missing << name;
            continue;
        }
        torch::Tensor target = entry.value();
        if (found->sizes() == target.sizes()) {
            target.copy_(*found);
            report.taken << name;
        } else {
            report.misshapen
                << Text::tr("%1: %2 in the file, %3 in the network").arg(name, shapeText(*found), shapeText(target));
        }
        unused.erase(found);
    }
    report.unused = unused.keys();
    return report;
}

QString someNames(const QStringList &names)
{
    constexpr int kShown = 3;
    const QString shown = QStringList(names.mid(0, kShown)).join(QLatin1String(", "));
    return names.size() > kShown ? shown + QStringLiteral(" ...") : shown;
}

} // namespace boxwright::ssd
