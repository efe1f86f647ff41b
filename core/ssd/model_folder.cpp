// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/model_folder.h"

#include "core/base/file_io.h"
#include "core/detect/model_info.h"
#include "core/ssd/folder_swap.h"
#include "core/ssd/library_versions.h"
#include "core/ssd/weight_matching.h"

#include <QCoreApplication>
#include <QDir>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelFolder)
};

/// What keeps a file from being this network's whole weights; empty where nothing does.
QString mismatch(const WeightReport &report)
{
    if (!report.misshapen.isEmpty())
        return Text::tr("%n tensor(s) have another shape: %1", nullptr, int(report.misshapen.size()))
            .arg(someNames(report.misshapen));
    if (!report.missing.isEmpty())
        return Text::tr("%n tensor(s) are missing: %1", nullptr, int(report.missing.size()))
            .arg(someNames(report.missing));
    if (!report.unused.isEmpty())
        return Text::tr("%n tensor(s) do not belong to the network: %1", nullptr, int(report.unused.size()))
            .arg(someNames(report.unused));
    return {};
}

} // namespace

Result<> saveModel(const QString &folder, const SsdNetworkImpl &network, const ModelInfo &info)
{
    return replaceFolder(folder, [&](const QString &staging) -> Result<> {
        const QDir directory(staging);
        const Result<> weights = writeSafetensors(directory.filePath(kModelWeightsFile), namedTensors(network),
                                                  {{QStringLiteral("format"), QStringLiteral("pt")}});
        if (!weights)
            return weights;
        return writeFile(directory.filePath(kModelInfoFile), modelInfoText(info, libraryVersions()));
    });
}

Result<std::shared_ptr<SsdNetworkImpl>> loadModel(const QString &folder)
try {
    const Result<ModelInfo> info = readModelInfo(folder);
    if (!info)
        return failure(info.error());
    const QString file = QDir(folder).filePath(kModelWeightsFile);
    const Result<NamedTensors> tensors = readSafetensors(file);
    if (!tensors)
        return failure(tensors.error());
    auto network =
        makeNetwork({info->baseNetwork, info->imageShape, int(info->classes.size()), widthDivisorOf(*tensors)});
    if (!network)
        return failure(Text::tr("The model %1 has the base network \"%2\", which this program does not know")
                           .arg(info->name, info->baseNetwork));
    const WeightReport report = copyMatching(*network, *tensors, [](const QString &) { return true; });
    const QString problem = mismatch(report);
    if (!problem.isEmpty())
        return failure(Text::tr("%1 does not fit %2 with %n class(es): %3", nullptr, int(info->classes.size()))
                           .arg(QDir::toNativeSeparators(file), info->baseNetwork, problem));
    return network;
} catch (const std::exception &error) {
    return failure(Text::tr("The model %1 could not be loaded").arg(QDir::toNativeSeparators(folder)),
                   QString::fromUtf8(error.what()));
}

} // namespace boxwright::ssd
