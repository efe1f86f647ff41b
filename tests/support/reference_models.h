// SPDX-License-Identifier: GPL-3.0-or-later
// The small models of $BOXWRIGHT_REFERENCE/mxnet/artifacts as networks of ours.
#pragma once

#include "core/detect/hyperparameters.h"
#include "core/ssd/mxnet_weights.h"
#include "core/ssd/weight_matching.h"
#include "tests/support/reference_vectors.h"

#include <QImage>
#include <QTest>

namespace boxwright::ssd {

/// One row for each folder below `path` of the reference folder.
inline void addArtifactRows(const QString &path)
{
    QTest::addColumn<QString>("folderPath");
    const QDir artifacts(referenceFolder().filePath(path));
    for (const QString &name : artifacts.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        QTest::newRow(qPrintable(name)) << artifacts.filePath(name);
    if (!artifacts.exists())
        QTest::newRow("no reference") << QString();
}

#define FETCH_ARTIFACT(folder)                                                                                         \
    QFETCH(QString, folderPath);                                                                                       \
    if (folderPath.isEmpty())                                                                                          \
        QSKIP("the reference folder is absent: set BOXWRIGHT_REFERENCE");                                              \
    const QDir folder(folderPath)

/// An artifact: hyperparams.json says which network, the params file fills it by name, expected.json what to expect.
class ReferenceModel
{
public:
    explicit ReferenceModel(const QDir &folder, NormSums normSums = NormSums::Exact)
        : m_folder(folder)
        , m_expected(readReference(folder.filePath(QStringLiteral("expected.json"))))
    {
        QMap<QString, QString> strings;
        const nlohmann::json file = readReference(folder.filePath(QStringLiteral("model/hyperparams.json")));
        for (const auto &[key, value] : file.items())
            strings.insert(QString::fromStdString(key), QString::fromStdString(value.get<std::string>()));
        const auto values = Hyperparameters::fromStrings(strings);
        if (!values) {
            m_problem = values.error().message;
            return;
        }
        m_hyperparameters = *values;
        m_network = makeNetwork({values->baseNetwork, values->imageShape, values->numClasses,
                                 m_expected.at("filter_divisor").get<int>(), normSums});
        const QString params =
            QDir(folder.filePath(QStringLiteral("model"))).filePath(QStringLiteral("model_algo_1-0000.params"));
        m_problem = fill(params);
    }

    /// What went wrong; empty where nothing did.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] const Hyperparameters &hyperparameters() const { return m_hyperparameters; }
    [[nodiscard]] const nlohmann::json &expected() const { return m_expected; }
    [[nodiscard]] const std::shared_ptr<SsdNetworkImpl> &network() const { return m_network; }

    /// A picture of the network's size as the README wants it: (1, 3, S, S) float32, minus the mean.
    [[nodiscard]] torch::Tensor input(const QString &picture) const
    {
        return pictureTensor(m_folder.filePath(picture), m_network->preprocessing());
    }

    static torch::Tensor pictureTensor(const QString &path, const Preprocessing &preprocessing)
    {
        const QImage image = QImage(path).convertToFormat(QImage::Format_RGB888);
        torch::Tensor pixels = torch::empty({1, 3, image.height(), image.width()});
        float *out = pixels.data_ptr<float>();
        for (size_t c = 0; c < 3; ++c)
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    *out++ = float(image.constScanLine(y)[size_t(x) * 3 + c]) - preprocessing.mean[c];
        return pixels;
    }

private:
    QString fill(const QString &file)
    {
        const auto params = ParamsFile::open(file);
        if (!params)
            return params.error().message;
        const auto tensors = mxnetTensors(*params, file);
        if (!tensors)
            return tensors.error().message;
        const WeightReport report = copyMatching(*m_network, *tensors, [](const QString &) { return true; });
        const QStringList odd = report.missing + report.unused + report.misshapen;
        return odd.isEmpty() ? QString() : QStringLiteral("does not fit by name: ") + odd.join(QLatin1String(", "));
    }

    QDir m_folder;
    nlohmann::json m_expected;
    Hyperparameters m_hyperparameters;
    std::shared_ptr<SsdNetworkImpl> m_network;
    QString m_problem;
};

} // namespace boxwright::ssd
