// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/device_chooser.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>

namespace boxwright {

namespace {

const QString kThreadsSetting = QStringLiteral("training/threads");
const QString kDeviceSetting = QStringLiteral("training/device");
const QString kMixedSetting = QStringLiteral("training/mixedPrecision");

int coreCount()
{
    return std::max(1, QThread::idealThreadCount());
}

} // namespace

DeviceChooser::DeviceChooser(QWidget *parent)
    : QWidget(parent)
{
    build();
    connect(m_device, &QComboBox::activated, this, [this] {
        QSettings().setValue(kDeviceSetting, m_device->currentData());
        showPrecision();
        Q_EMIT changed();
    });
    connect(m_threads, &QSpinBox::valueChanged, this, [this](int threads) {
        QSettings().setValue(kThreadsSetting, threads);
        Q_EMIT changed();
    });
    connect(m_mixed, &QCheckBox::clicked, this, [this](bool isMixed) {
        QSettings().setValue(kMixedSetting, isMixed);
        Q_EMIT changed();
    });
}

void DeviceChooser::build()
{
    m_device = new QComboBox;
    m_device->setObjectName(QStringLiteral("device"));
    m_device->setAccessibleName(tr("What the training computes on"));
    m_device->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_deviceRow = new QWidget;
    auto *deviceRow = new QHBoxLayout(m_deviceRow);
    deviceRow->setContentsMargins(0, 0, 0, 0);
    deviceRow->addWidget(new QLabel(tr("Compute on")));
    deviceRow->addWidget(m_device, 1);
    m_deviceRow->hide();

    m_threads = new QSpinBox;
    m_threads->setObjectName(QStringLiteral("threads"));
    m_threads->setRange(1, coreCount());
    m_threads->setSuffix(tr(" of %n core(s)", nullptr, coreCount()));
    m_threads->setAccessibleName(tr("Processor cores used by the training"));
    m_threads->setToolTip(tr("Leave one core free, so that the window stays quick while you go on labelling."));
    const int remembered = QSettings().value(kThreadsSetting).toInt();
    m_threads->setValue(remembered > 0 ? remembered : std::max(1, coreCount() - 1));
    auto *threadsRow = new QHBoxLayout;
    threadsRow->addWidget(new QLabel(tr("Processor")));
    threadsRow->addStretch(1);
    threadsRow->addWidget(m_threads);

    m_mixed = new QCheckBox(tr("Mixed precision"));
    m_mixed->setObjectName(QStringLiteral("mixedPrecision"));
    m_mixed->setToolTip(tr("Convolutions compute in bfloat16: mostly faster, and as good in all but the last digits."));
    m_mixed->setChecked(QSettings().value(kMixedSetting).toBool());
    m_mixed->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_deviceRow);
    layout->addLayout(threadsRow);
    layout->addWidget(m_mixed);
}

void DeviceChooser::setDevices(const std::vector<ComputeDevice> &devices)
{
    m_devices = devices;
    const QSignalBlocker silent(m_device);
    m_device->clear();
    if (devices.size() > 1)
        m_device->addItem(tr("Automatic (%1)").arg(devices[1].name), DeviceChoice().text());
    for (const ComputeDevice &device : devices)
        m_device->addItem(device.name, device.choice.text());
    if (devices.size() > 2) {
        const auto gpus = int(devices.size()) - 1;
        m_device->addItem(tr("All %n GPU(s)", nullptr, gpus), QStringLiteral("cuda:all"));
    }
    m_device->setCurrentIndex(std::max(0, m_device->findData(QSettings().value(kDeviceSetting))));
    m_deviceRow->setVisible(devices.size() > 1);
    showPrecision();
    Q_EMIT changed();
}

int DeviceChooser::threads() const
{
    return m_threads->value();
}

DeviceChoice DeviceChooser::device() const
{
    const DeviceChoice chosen = DeviceChoice::parse(m_device->currentData().toString()).value_or(DeviceChoice());
    return decided(chosen, m_devices);
}

ComputePrecision DeviceChooser::precision() const
{
    return m_mixed->isChecked() && isMixedFaster() ? ComputePrecision::Mixed : ComputePrecision::Float32;
}

bool DeviceChooser::isMixedFaster() const
{
    if (m_devices.empty())
        return false;
    const DeviceChoice chosen = device();
    const auto same = std::find_if(m_devices.begin(), m_devices.end(),
                                   [&](const ComputeDevice &device) { return device.choice == chosen; });
    if (same != m_devices.end())
        return same->isMixedFaster;
    return m_devices.back().isMixedFaster; // all GPUs are taken to be of one kind
}

void DeviceChooser::showPrecision()
{
    m_mixed->setVisible(isMixedFaster());
}

} // namespace boxwright
