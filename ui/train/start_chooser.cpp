// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/start_chooser.h"

#include "core/detect/hyperparameters.h"
#include "ui/dialogs/ask.h"
#include "ui/theme/theme.h"
#include "ui/train/fetch_weights_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace boxwright {

namespace {

const QString kNetworkSetting = QStringLiteral("training/baseNetwork");
const QString kFolderSetting = QStringLiteral("training/weightsFolder");

constexpr int kKindRole = Qt::UserRole;
constexpr int kPathRole = Qt::UserRole + 1;
enum Kind
{
    Scratch,
    Weights,
    EarlierModel,
};

/// A weights file fits one base network, so each network remembers its own.
QString weightsSetting(const QString &baseNetwork)
{
    return QStringLiteral("training/weights/") + baseNetwork;
}

QString rememberedWeights(const QString &baseNetwork)
{
    return QSettings().value(weightsSetting(baseNetwork)).toString();
}

QLabel *makeHeading(const QString &text)
{
    auto *heading = new QLabel(text);
    setKind(*heading, "heading");
    return heading;
}

} // namespace

StartChooser::StartChooser(ProjectSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    m_askForWeights = [this] {
        return askOpenFile(this, tr("Choose weights for the base network"),
                           QSettings().value(kFolderSetting).toString(),
                           tr("Weights (*.safetensors *.pth *.pt *.onnx *.params)"));
    };
    m_fetchWeights = [this]() -> QString {
        FetchWeightsDialog dialog(baseNetwork(), weightsFolder(), this);
        return dialog.exec() == QDialog::Accepted ? dialog.file() : QString();
    };
    m_start = new QComboBox;
    m_start->setObjectName(QStringLiteral("start"));
    m_start->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_start->setAccessibleName(tr("Start from"));
    m_hint = new QLabel(tr("With a file of ImageNet weights it learns faster and finds more, from fewer labels."));
    m_hint->setWordWrap(true);
    setKind(*m_hint, "small");
    auto *choose = new QPushButton(tr("Choose a weights file..."));
    choose->setObjectName(QStringLiteral("chooseWeights"));
    setKind(*choose, "link");
    auto *fetch = new QPushButton(tr("Fetch ImageNet weights..."));
    fetch->setObjectName(QStringLiteral("fetchWeights"));
    setKind(*fetch, "link");
    m_backboneOnly = new QCheckBox(tr("Only its base network"));
    m_backboneOnly->setObjectName(QStringLiteral("backboneOnly"));
    m_backboneOnly->setToolTip(
        tr("For other classes than that model's: what it knows of shapes is kept, what it knows of "
           "its classes is learned anew."));
    m_network = new QComboBox;
    m_network->setObjectName(QStringLiteral("network"));
    m_network->setAccessibleName(tr("Base network"));
    m_network->addItems(knownBaseNetworks());
    const std::pair<const char *, QString> hints[]{
        {"mobilenet-v2", tr("Small and quick: the one for a processor")},
        {"resnet-50", tr("Deep: slower to train and to run; SageMaker has it too")},
        {"vgg-16", tr("The classic: several times slower to train and to run; SageMaker has it too")}};
    for (const auto &[name, hint] : hints)
        m_network->setItemData(m_network->findText(QLatin1String(name)), hint, Qt::ToolTipRole);
    m_network->setCurrentText(m_session.setting(kNetworkSetting));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addSpacing(8);
    layout->addWidget(makeHeading(tr("Start from")));
    layout->addWidget(m_start);
    layout->addWidget(m_backboneOnly);
    layout->addWidget(m_hint);
    layout->addWidget(fetch, 0, Qt::AlignLeft);
    layout->addWidget(choose, 0, Qt::AlignLeft);
    layout->addSpacing(8);
    layout->addWidget(makeHeading(tr("Base network")));
    layout->addWidget(m_network);
    connect(choose, &QPushButton::clicked, this, [this] { takeWeights(m_askForWeights()); });
    connect(fetch, &QPushButton::clicked, this, [this] { takeWeights(m_fetchWeights()); });
    connect(m_backboneOnly, &QCheckBox::toggled, this, &StartChooser::changed);
    connect(m_start, &QComboBox::activated, this, &StartChooser::takeEntry);
    connect(m_network, &QComboBox::activated, this, &StartChooser::takeNetwork);
    fillEntries();
    showState();
}

QString StartChooser::baseNetwork() const
{
    return m_network->currentText();
}

bool StartChooser::isBackboneOnly() const
{
    return !m_startModel.isEmpty() && m_backboneOnly->isChecked();
}

QString StartChooser::weightsFile() const
{
    const bool isOther = m_fromScratch || !m_startModel.isEmpty();
    return isOther ? QString() : rememberedWeights(baseNetwork());
}

StartModel StartChooser::startModel() const
{
    const auto found = std::find_if(m_models.cbegin(), m_models.cend(),
                                    [this](const StartModel &model) { return model.path == m_startModel; });
    return found == m_models.cend() ? StartModel() : *found;
}

void StartChooser::setModels(const QList<StartModel> &models)
{
    m_models = models;
    if (startModel().path.isEmpty())
        m_startModel.clear();
    fillEntries();
    showState();
    Q_EMIT changed();
}

void StartChooser::addEntry(const QString &text, int kind, const QString &path)
{
    m_start->addItem(text);
    const int index = m_start->count() - 1;
    m_start->setItemData(index, kind, kKindRole);
    m_start->setItemData(index, path, kPathRole);
    m_start->setItemData(index, path, Qt::ToolTipRole);
}

void StartChooser::fillEntries()
{
    m_start->clear();
    addEntry(tr("From scratch"), Scratch, {});
    const QString weights = rememberedWeights(baseNetwork());
    if (!weights.isEmpty())
        addEntry(QFileInfo(weights).fileName(), Weights, weights);
    for (const StartModel &model : std::as_const(m_models)) {
        const QString text = model.bestMap < 0
                                 ? model.name
                                 : tr("%1 · mAP %2").arg(model.name, QLocale().toString(model.bestMap, 'f', 2));
        addEntry(text, EarlierModel, model.path);
    }
    const QString path = m_startModel.isEmpty() ? weightsFile() : m_startModel;
    m_start->setCurrentIndex(path.isEmpty() ? 0 : std::max(0, m_start->findData(path, kPathRole)));
}

void StartChooser::takeEntry(int index)
{
    const QString path = m_start->itemData(index, kPathRole).toString();
    const int kind = m_start->itemData(index, kKindRole).toInt();
    m_fromScratch = kind == Scratch;
    m_startModel = kind == EarlierModel ? path : QString();
    if (!m_startModel.isEmpty())
        m_network->setCurrentText(startModel().baseNetwork);
    fillEntries();
    showState();
    Q_EMIT changed();
}

void StartChooser::choose(const QString &modelPath)
{
    const int index = m_start->findData(modelPath, kPathRole);
    if (index > 0)
        takeEntry(index);
}

void StartChooser::takeWeights(const QString &file)
{
    if (file.isEmpty())
        return;
    QSettings settings;
    settings.setValue(weightsSetting(baseNetwork()), file);
    settings.setValue(kFolderSetting, QFileInfo(file).absolutePath());
    m_fromScratch = false;
    m_startModel.clear();
    fillEntries();
    showState();
    Q_EMIT changed();
}

void StartChooser::takeNetwork()
{
    m_session.setSetting(kNetworkSetting, baseNetwork());
    fillEntries();
    showState();
    Q_EMIT changed();
}

void StartChooser::showState()
{
    const bool goesOn = !m_startModel.isEmpty();
    m_backboneOnly->setVisible(goesOn);
    m_hint->setVisible(!goesOn && weightsFile().isEmpty());
    m_network->setEnabled(!goesOn);
    m_network->setToolTip(goesOn ? tr("A training that goes on keeps the model's base network.") : QString());
}

} // namespace boxwright
